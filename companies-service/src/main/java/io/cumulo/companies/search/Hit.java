package io.cumulo.companies.search;

import java.util.List;

/**
 * A name that a look-up gave.
 *
 * @param query the number of the query
 * @param scheme of the identifier; empty for a name
 * @param value of the identifier; empty for a name
 */
record Hit(int query, String scheme, String value, Candidate candidate) {

    boolean isIdentifier() {
        return !scheme.isEmpty();
    }

    /** The match that rests on the identifier. */
    Match identified(double score) {
        return new Match(
                candidate.company(),
                score,
                value,
                scheme,
                Match.Why.IDENTIFIER,
                List.of(new Match.Word(value, value, Match.Why.IDENTIFIER, 1, 1)));
    }
}
