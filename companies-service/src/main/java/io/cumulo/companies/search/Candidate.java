package io.cumulo.companies.search;

import io.cumulo.companies.profile.CompanyKind;
import java.util.List;
import java.util.Locale;

/**
 * A name that may be the one asked for.
 *
 * @param company the key of who bears it
 * @param kind of the company
 * @param name as recorded
 */
record Candidate(String company, CompanyKind kind, String name, NameType type, NameForm form) {

    boolean isPart() {
        return kind == CompanyKind.BUSINESS_UNIT || kind == CompanyKind.BRAND;
    }

    Match match(double score, Match.Why why, List<Match.Word> words) {
        return new Match(company, score, name, type.name().toLowerCase(Locale.ROOT), why, words);
    }
}
