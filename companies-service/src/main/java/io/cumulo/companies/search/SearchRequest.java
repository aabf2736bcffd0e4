package io.cumulo.companies.search;

import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.kit.clock.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What companies are looked for.
 *
 * @param text a name or an identifier, as somebody wrote it; empty to look by identifiers alone
 * @param kinds what sorts of organization may answer
 * @param country of registration; empty for any
 * @param identifiers whoever has one of them is found too
 * @param moment both clocks
 * @param limit most matches
 */
public record SearchRequest(
        String text,
        Set<CompanyKind> kinds,
        Optional<String> country,
        List<IdentifierQuery> identifiers,
        Moment moment,
        int limit) {

    /** No answer is longer. */
    public static final int MAX_LIMIT = 500;

    public SearchRequest {
        kinds = Set.copyOf(kinds);
        identifiers = List.copyOf(identifiers);
        limit = Math.min(limit, MAX_LIMIT);
    }
}
