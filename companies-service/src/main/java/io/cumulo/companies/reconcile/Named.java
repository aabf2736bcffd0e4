package io.cumulo.companies.reconcile;

/** The id of a type, a property or an entity, with its name for a person. */
record Named(String id, String name) {}
