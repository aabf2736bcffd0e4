package io.cumulo.companies.search;

/**
 * A word of names that may be meant by a word that was asked.
 *
 * @param word as it stands in names
 * @param likeness of the two, from 0 to 1
 * @param names in how many names it stands, counted up to {@link #COMMON}
 */
record Expansion(String word, double likeness, int names) {

    /** A word in more names than this is common: it never leads to names by itself. */
    static final int COMMON = 1_000;

    private static final double SPELLING = 0.95;
    private static final double PREFIX_AT_LEAST = 0.5;
    private static final double PREFIX_BY_LENGTH = 0.4;

    /** How like a known word is to an asked one: the same, a likely misspelling, or what it begins. */
    static double likeness(String asked, String known) {
        if (known.equals(asked)) {
            return 1;
        }
        double spelling = asked.length() < Spelling.MIN_LENGTH ? 0 : SPELLING * Spelling.likeness(asked, known);
        double prefix =
                known.startsWith(asked) ? PREFIX_AT_LEAST + PREFIX_BY_LENGTH * asked.length() / known.length() : 0;
        return Math.max(spelling, prefix);
    }

    boolean isCommon() {
        return names > COMMON;
    }

    /** How much the word tells: from 1, in one name alone, down to a tenth, in as many as are counted. */
    double weight() {
        double told = 1 - 0.9 * Math.log(Math.max(1, names)) / Math.log(COMMON + 1.0);
        return LegalForms.contains(word) ? Math.min(told, Ranking.LEGAL_FORM_WEIGHT) : told;
    }
}
