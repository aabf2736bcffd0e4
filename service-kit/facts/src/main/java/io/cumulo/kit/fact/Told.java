package io.cumulo.kit.fact;

/**
 * A fact as somebody tells it, with where it stands.
 *
 * @param subject key of what it is about; its own, where it stands for itself
 * @param id its key
 */
public record Told<B extends FactBody>(String subject, String id, Asserted<B> asserted) {}
