package io.cumulo.companies.search;

/**
 * A word whose names are looked up.
 *
 * @param query the number of the query, from 0
 * @param slot the place in the query of the word it stands for
 * @param word as it stands in names
 * @param most how many names to look up at most
 */
record Probe(int query, int slot, String word, int most) {}
