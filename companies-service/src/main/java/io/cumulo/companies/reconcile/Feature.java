package io.cumulo.companies.reconcile;

/**
 * A part of a score.
 *
 * @param id {@code name}, or the id of a property
 * @param value from 0 (nothing agrees) to 100 (all agrees)
 */
record Feature(String id, double value) {}
