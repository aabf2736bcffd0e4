package io.cumulo.companies.reconcile;

import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.companies.search.CompanySearch;
import io.cumulo.companies.search.IdentifierQuery;
import io.cumulo.companies.search.Match;
import io.cumulo.companies.search.SearchRequest;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds for each cell of a table the companies that may be meant; a whole batch with as many statements as one query. */
@ApplicationScoped
class Reconciliation {

    /** More than are shown, so that what the properties say can lift a candidate. */
    private static final int CONSIDERED = 25;

    private final CompanySearch search;
    private final Profiles profiles;

    Reconciliation(CompanySearch search, Profiles profiles) {
        this.search = search;
        this.profiles = profiles;
    }

    /**
     * The candidates for one query.
     *
     * @param result best first
     */
    record Result(List<Candidate> result) {}

    Uni<Map<String, Result>> reconcile(Map<String, Query> queries, Moment moment) {
        List<SearchRequest> requests =
                queries.values().stream().map(query -> request(query, moment)).toList();
        return Panache.withSession(() -> search.findAll(requests)
                .chain(found -> profiles.named(companies(found), moment).map(known -> results(queries, found, known))));
    }

    Uni<Extension.Answer> extend(Extension extension, Moment moment) {
        return Panache.withSession(() -> profiles.goingOn(extension.ids(), moment))
                .map(extension::answer);
    }

    private static SearchRequest request(Query query, Moment moment) {
        List<IdentifierQuery> identifiers = query.expected().entrySet().stream()
                .filter(expected -> expected.getKey().isIdentifier())
                .flatMap(expected -> expected.getValue().stream()
                        .map(value ->
                                IdentifierQuery.of(expected.getKey().named().id(), value)))
                .toList();
        return new SearchRequest(query.text(), query.kinds(), Optional.empty(), identifiers, moment, CONSIDERED);
    }

    private static List<String> companies(List<List<Match>> found) {
        return found.stream().flatMap(List::stream).map(Match::company).toList();
    }

    private static Map<String, Result> results(
            Map<String, Query> queries, List<List<Match>> found, Map<String, Fact<Profile>> known) {
        Map<String, Result> results = new LinkedHashMap<>();
        var matches = found.iterator();
        queries.forEach((name, query) -> results.put(name, result(query, matches.next(), known)));
        return results;
    }

    private static Result result(Query query, List<Match> matches, Map<String, Fact<Profile>> known) {
        List<Candidate> candidates = matches.stream()
                .flatMap(match -> Stream.ofNullable(known.get(match.company()))
                        .map(company -> candidate(query, company, match.score())))
                .toList();
        return new Result(Candidate.judged(candidates, query.limit()));
    }

    private static Candidate candidate(Query query, Fact<Profile> company, double nameScore) {
        Profile profile = company.body();
        Scoring scoring = Scoring.of(query, profile, nameScore);
        return new Candidate(
                company.id(),
                profile.legalName(),
                Description.of(profile),
                CompanyType.of(profile.kind()),
                scoring.score(),
                false,
                scoring.features());
    }
}
