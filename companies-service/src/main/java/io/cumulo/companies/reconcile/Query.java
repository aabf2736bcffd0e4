package io.cumulo.companies.reconcile;

import io.cumulo.companies.profile.CompanyKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One cell that a company is looked for.
 *
 * @param text the name as it stands in the table; may be empty when an identifier is given
 * @param kinds what sorts of organization may answer
 * @param expected what the table says beside the name: for each property the values of which one should agree
 * @param limit most candidates
 */
record Query(String text, Set<CompanyKind> kinds, Map<Property, List<String>> expected, int limit) {

    Query {
        kinds = Set.copyOf(kinds);
        expected = Map.copyOf(expected);
    }
}
