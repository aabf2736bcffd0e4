package io.cumulo.companies.search;

/**
 * A word, or a pair of words, whose names are looked up.
 *
 * @param query the number of the query, from 0
 * @param term as it stands in names
 * @param most how many names to look up at most
 */
record Probe(int query, String term, int most) {}
