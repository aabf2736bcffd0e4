package io.cumulo.companies.exchange;

import io.cumulo.companies.profile.CompanyKey;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.companies.search.CompanySearch;
import io.cumulo.companies.search.IdentifierQuery;
import io.cumulo.companies.search.SearchRequest;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the company that a file means by what a register calls it, or a free key for it; within the current transaction. */
@ApplicationScoped
public class KnownIdentifiers {

    private static final int SUFFIX = 8;

    private final CompanySearch search;
    private final Profiles profiles;
    private final KnownCompanies companies;

    KnownIdentifiers(CompanySearch search, Profiles profiles, KnownCompanies companies) {
        this.search = search;
        this.profiles = profiles;
        this.companies = companies;
    }

    /** The company that bears the identifier today. */
    public Uni<Optional<Fact<Profile>>> company(String scheme, String value) {
        Moment today = Moment.of(LocalDate.now(ZoneOffset.UTC));
        SearchRequest request =
                new SearchRequest("", Set.of(), Optional.empty(), List.of(IdentifierQuery.of(scheme, value)), today, 1);
        return search.find(request)
                .chain(found -> profiles.named(
                        found.stream().map(match -> match.company()).toList(), today))
                .map(known -> known.values().stream().findFirst());
    }

    /**
     * As {@link #company}, for what can't be told of an unknown one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when no company bears the identifier
     */
    public Uni<Fact<Profile>> required(String scheme, String value) {
        return company(scheme, value)
                .map(found -> found.orElseThrow(() ->
                        Problem.INVALID_BODY.because("No company with the " + scheme + " " + value + " is recorded")));
    }

    /** A key for a new company: from its name, and with the end of its identifier where another has that. */
    public Uni<String> keyFor(String name, String identifier) {
        String suffix = identifier.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String end = suffix.substring(Math.max(0, suffix.length() - SUFFIX));
        String key = name.codePoints().anyMatch(letter -> letter < 128 && Character.isLetterOrDigit(letter))
                ? CompanyKey.from(name)
                : "company-" + end;
        return companies.exists(key).map(taken -> taken ? CompanyKey.from(key + " " + end) : key);
    }
}
