package io.cumulo.kit.fact;

/**
 * A fact as a file has it.
 *
 * @param subject key of what it is about; its own, where it stands for itself
 * @param id its key
 * @param body as a PUT would have it
 */
@SuppressWarnings("ArrayRecordComponent")
public record FiledFact(String subject, String id, byte[] body) {}
