package io.cumulo.companies.search;

import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds companies by any name or identifier, with slips of the keyboard, words in any order, without accents, across scripts; best first. A batch
 * takes as many statements as one question. Works within the current session.
 */
@ApplicationScoped
public class CompanySearch {

    private static final double WORTH_SHOWING = 0.4;
    /** A ticker is short, and often somebody else's word: when it wasn't asked for as one, a name comes before it. */
    private static final double TICKER_BY_CHANCE = 0.9;

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(Match::company)
            .thenComparing(Match::nameType)
            .thenComparing(Match::name);

    private final RecordClock clock;
    private final IndexState index;
    private final NameRepository repository;
    private final Mergers mergers;

    CompanySearch(RecordClock clock, IndexState index, NameRepository repository, Mergers mergers) {
        this.clock = clock;
        this.index = index;
        this.repository = repository;
        this.mergers = mergers;
    }

    /** The companies that answer, best first, each once. */
    public Uni<List<Match>> find(SearchRequest request) {
        return findAll(List.of(request)).map(found -> found.get(0));
    }

    /**
     * The companies that answer each of the requests, in their order.
     *
     * @param requests all of the same moment
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 while the index is being made
     */
    public Uni<List<List<Match>>> findAll(List<SearchRequest> requests) {
        return findAll(requests, false);
    }

    /** The companies of which a name, or a word of one, begins so, best first. */
    public Uni<List<Match>> suggest(String prefix, Moment moment, int limit) {
        SearchRequest request = new SearchRequest(prefix, Set.of(), Optional.empty(), List.of(), moment, limit);
        return findAll(List.of(request), true).map(found -> found.get(0));
    }

    private Uni<List<List<Match>>> findAll(List<SearchRequest> requests, boolean typing) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Asked> asked = requests.stream()
                .map(request -> new Asked(request.text(), typing))
                .toList();
        return clock.settled(requests.get(0).moment())
                .chain(index::requireWhole)
                .chain(() -> WordLookup.probes(requests, asked, typing, repository))
                .chain(probes -> repository.candidates(requests, asked, probes))
                .map(hits -> hits.stream().distinct().collect(Collectors.groupingBy(Hit::query)))
                .map(hits -> IntStream.range(0, requests.size())
                        .mapToObj(query ->
                                matches(requests.get(query), asked.get(query), hits.getOrDefault(query, List.of())))
                        .toList())
                .chain(matches -> goingOn(requests, matches));
    }

    private static List<Match> matches(SearchRequest request, Asked asked, List<Hit> hits) {
        return best(hits.stream().flatMap(hit -> match(request, asked, hit).stream()), request.limit());
    }

    private static Optional<Match> match(SearchRequest request, Asked asked, Hit hit) {
        if (!hit.isIdentifier()) {
            return asked.match(hit.candidate());
        }
        boolean byChance = hit.scheme().equals("ticker")
                && Stream.concat(request.identifiers().stream(), IdentifierQuery.parse(request.text()).stream())
                        .noneMatch(meant -> meant.value().equals(hit.value()));
        return Optional.of(hit.identified(byChance ? TICKER_BY_CHANCE : 1));
    }

    /** Whoever was merged away is found as the record that goes on. */
    private Uni<List<List<Match>>> goingOn(List<SearchRequest> requests, List<List<Match>> matches) {
        Set<String> companies =
                matches.stream().flatMap(List::stream).map(Match::company).collect(Collectors.toSet());
        return mergers.survivors(companies, requests.get(0).moment())
                .map(survivors -> survivors.isEmpty()
                        ? matches
                        : IntStream.range(0, matches.size())
                                .mapToObj(request -> best(
                                        matches.get(request).stream().map(match -> match.goingOnIn(survivors)),
                                        requests.get(request).limit()))
                                .toList());
    }

    private static List<Match> best(Stream<Match> matches, int limit) {
        return matches
                .filter(match -> match.score() >= WORTH_SHOWING)
                .collect(Collectors.toMap(Match::company, Function.identity(), BinaryOperator.minBy(BEST_FIRST)))
                .values()
                .stream()
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }
}
