package io.cumulo.companies.search;

import io.cumulo.companies.profile.Mergers;
import io.cumulo.companies.search.Candidates.Asked;
import io.cumulo.companies.search.Candidates.Lead;
import io.cumulo.companies.search.Candidates.Whole;
import io.cumulo.companies.search.Match.Why;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds companies by any name or identifier, with slips of the keyboard, words in any order, without accents, in any script; best first. A batch
 * takes as many statements as one question. Works within the current session.
 */
@ApplicationScoped
public class CompanySearch {

    private static final int LEADS = 8;
    private static final double WORTH_SHOWING = 0.3;
    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::company);

    private final RecordClock clock;
    private final Vocabulary vocabulary;
    private final Candidates candidates;
    private final Mergers mergers;

    CompanySearch(RecordClock clock, Vocabulary vocabulary, Candidates candidates, Mergers mergers) {
        this.mergers = mergers;
        this.clock = clock;
        this.vocabulary = vocabulary;
        this.candidates = candidates;
    }

    /** The companies that answer, best first, each once. */
    public Uni<List<Match>> find(SearchRequest request) {
        return findAll(List.of(request)).map(found -> found.get(0));
    }

    /**
     * The companies that answer each of the requests, in their order.
     *
     * @param requests all of the same moment
     */
    public Uni<List<List<Match>>> findAll(List<SearchRequest> requests) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<NameWords> asked =
                requests.stream().map(request -> NameWords.of(request.text())).toList();
        return clock.settled(requests.get(0).moment()).chain(moment -> vocabulary
                .expand(words(asked))
                .chain(known -> candidates
                        .byName(leads(asked, known), wholes(asked), moment)
                        .chain(named -> candidates
                                .byIdentifier(identifiers(requests), moment)
                                .map(identified -> matches(requests, asked, known, named, identified))))
                .chain(matches -> goingOn(requests, matches, moment)));
    }

    /** The companies of which a name, or a word of one, begins so, best first. */
    public Uni<List<Match>> suggest(String prefix, Moment moment, int limit) {
        return find(new SearchRequest(prefix, Set.of(), Optional.empty(), List.of(), moment, limit));
    }

    private static Collection<String> words(List<NameWords> asked) {
        return asked.stream().flatMap(names -> names.words().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Whole> wholes(List<NameWords> asked) {
        return IntStream.range(0, asked.size())
                .filter(request -> !asked.get(request).folded().isEmpty())
                .mapToObj(request -> new Whole(
                        request,
                        asked.get(request).folded(),
                        Prefix.above(asked.get(request).folded())))
                .toList();
    }

    private static List<Lead> leads(List<NameWords> asked, Map<String, List<Expansion>> known) {
        return IntStream.range(0, asked.size())
                .boxed()
                .flatMap(request -> leads(request, asked.get(request), known))
                .toList();
    }

    /** The words that tell most; where all are common, pairs of them. */
    private static Stream<Lead> leads(int request, NameWords asked, Map<String, List<Expansion>> known) {
        List<Expansion> meant = asked.words().stream()
                .flatMap(word -> known.getOrDefault(word, List.of()).stream())
                .sorted(Comparator.comparingDouble((Expansion word) -> -word.weight() * word.likeness())
                        .thenComparing(Expansion::word))
                .toList();
        List<Expansion> rare =
                meant.stream().filter(word -> !word.isCommon()).limit(LEADS).toList();
        if (!rare.isEmpty()) {
            return rare.stream().map(word -> new Lead(request, word.word(), null, word.weight() * word.likeness()));
        }
        List<Expansion> common = asked.words().stream()
                .flatMap(word -> known.getOrDefault(word, List.of()).stream().limit(1))
                .limit(3)
                .toList();
        List<Lead> pairs = new ArrayList<>();
        for (int one = 0; one < common.size(); one++) {
            for (int other = one + 1; other < common.size(); other++) {
                pairs.add(new Lead(
                        request,
                        common.get(one).word(),
                        common.get(other).word(),
                        common.get(one).weight() + common.get(other).weight()));
            }
        }
        return pairs.isEmpty()
                ? common.stream().map(word -> new Lead(request, word.word(), null, word.weight()))
                : pairs.stream();
    }

    private static List<Asked> identifiers(List<SearchRequest> requests) {
        List<Asked> asked = new ArrayList<>();
        for (int request = 0; request < requests.size(); request++) {
            int number = request;
            requests.get(request).identifiers().forEach(identifier -> asked.add(asked(number, identifier)));
            String text = requests.get(request).text();
            if (!text.isBlank()) {
                asked.add(asked(number, IdentifierQuery.anywhere(text)));
                IdentifierQuery.parse(text).ifPresent(identifier -> asked.add(asked(number, identifier)));
            }
        }
        return asked;
    }

    private static Asked asked(int request, IdentifierQuery identifier) {
        return new Asked(
                request,
                identifier.scheme().orElse(null),
                identifier.value(),
                identifier.market().orElse(null));
    }

    private static List<List<Match>> matches(
            List<SearchRequest> requests,
            List<NameWords> asked,
            Map<String, List<Expansion>> known,
            List<Found> named,
            List<Found> identified) {
        return IntStream.range(0, requests.size())
                .mapToObj(request -> {
                    Ranking ranking = new Ranking(asked.get(request), known);
                    Stream<Match> byName =
                            of(requests.get(request), request, named).map(ranking::match);
                    Stream<Match> byIdentifier =
                            of(requests.get(request), request, identified).map(CompanySearch::identified);
                    return best(
                            Stream.concat(byName, byIdentifier),
                            requests.get(request).limit());
                })
                .toList();
    }

    private static Stream<Found> of(SearchRequest request, int number, List<Found> found) {
        return found.stream()
                .filter(name -> name.request() == number)
                .filter(name -> request.kinds().isEmpty() || request.kinds().contains(name.kind()))
                .filter(name ->
                        request.country().isEmpty() || request.country().get().equals(name.country()));
    }

    /** Whoever was merged away is found as the record that goes on. */
    private Uni<List<List<Match>>> goingOn(List<SearchRequest> requests, List<List<Match>> matches, Moment moment) {
        Set<String> companies =
                matches.stream().flatMap(List::stream).map(Match::company).collect(Collectors.toSet());
        return mergers.survivors(companies, moment)
                .map(survivors -> survivors.isEmpty()
                        ? matches
                        : IntStream.range(0, matches.size())
                                .mapToObj(request -> best(
                                        matches.get(request).stream().map(match -> match.goingOnIn(survivors)),
                                        requests.get(request).limit()))
                                .toList());
    }

    private static Match identified(Found found) {
        return new Match(
                found.company(),
                1,
                found.type().toLowerCase(Locale.ROOT) + ":" + found.name(),
                Why.IDENTIFIER,
                List.of());
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
