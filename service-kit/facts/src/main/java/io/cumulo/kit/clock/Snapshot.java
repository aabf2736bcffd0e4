package io.cumulo.kit.clock;

/**
 * What a service would answer from now.
 *
 * @param snapshot opaque: two that are equal mean that every question, for the same clocks, had the same answer at both times and at all times between them
 */
public record Snapshot(String snapshot) {}
