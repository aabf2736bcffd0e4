package io.cumulo.kit.fact;

/**
 * A fact with what it is about.
 *
 * @param subject key of what the fact is about; its own, where it stands for itself
 */
public record KeptFact<B extends FactBody>(String subject, Fact<B> fact) {}
