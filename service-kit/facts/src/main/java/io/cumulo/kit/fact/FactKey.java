package io.cumulo.kit.fact;

/** What a fact is known by among those of its kind. */
record FactKey(String subject, String id) {}
