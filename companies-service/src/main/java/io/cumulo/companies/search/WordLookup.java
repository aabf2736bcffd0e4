package io.cumulo.companies.search;

import io.cumulo.companies.search.NameRepository.Pair;
import io.cumulo.companies.search.NameRepository.WordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which words of names are looked up for a batch of queries: those that are asked for, those that they may be a typo of, and those that begin like
 * them. Each with a bound, so that a word of half of all names costs no more than a rare one.
 */
final class WordLookup {

    private static final int MOST_SLOTS = 12;
    private static final int MOST_NAMES = 200;
    private static final int MOST_NAMES_OF_A_LIKELY_WORD = 40;
    private static final int MOST_LIKELY_WORDS = 20;
    private static final int MOST_WORDS_OF_A_KEY = 200;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_TYPED_BEGINNING = 2;
    private static final int MOST_PAIRS = 6;

    private final List<Probe> probes;

    private WordLookup(List<Probe> probes) {
        this.probes = probes;
    }

    /** A word of a query. */
    private record Slot(int query, int number, String word, boolean typing) {}

    static Uni<WordLookup> of(
            List<SearchRequest> requests, List<Asked> asked, boolean typing, NameRepository repository) {
        List<Slot> slots = new ArrayList<>();
        for (int query = 0; query < requests.size(); query++) {
            slots.addAll(slots(query, asked.get(query).forms(), typing));
        }
        List<WordKey> keys = slots.stream()
                .flatMap(slot -> keys(slot, requests.get(slot.query())))
                .toList();
        return repository
                .words(keys)
                .map(words -> new WordLookup(slots.stream()
                        .flatMap(
                                slot -> probes(slot, words.getOrDefault(slot.query() + "/" + slot.number(), List.of())))
                        .toList()));
    }

    /** The words that tell most of the query; a query of more words is found by these. */
    private static List<Slot> slots(int query, List<NameForm> forms, boolean typing) {
        List<Slot> slots = new ArrayList<>();
        for (NameForm form : forms) {
            String last = form.words().get(form.words().size() - 1);
            form.words().stream()
                    .distinct()
                    .sorted(Comparator.comparingDouble(Weights::of).reversed())
                    .limit(MOST_SLOTS)
                    .forEach(word -> slots.add(new Slot(query, slots.size(), word, typing && word.equals(last))));
        }
        return slots;
    }

    private static Stream<WordKey> keys(Slot slot, SearchRequest request) {
        int beginning = slot.typing() ? SHORTEST_TYPED_BEGINNING : SHORTEST_BEGINNING;
        Stream<WordKey> beginnings = slot.word().length() < beginning
                ? Stream.empty()
                : Stream.of(WordKey.beginning(
                        slot.query(), slot.number(), slot.word(), MOST_LIKELY_WORDS, request.moment()));
        return Stream.concat(
                beginnings,
                Misspelling.keys(slot.word()).stream()
                        .map(key -> WordKey.exactly(
                                slot.query(), slot.number(), key, MOST_WORDS_OF_A_KEY, request.moment())));
    }

    private static Stream<Probe> probes(Slot slot, List<String> words) {
        Likeness likeness = new Likeness(slot.word(), slot.typing());
        Stream<Probe> likely = words.stream()
                .distinct()
                .filter(word -> !word.equals(slot.word()) && likeness.to(word).likeness() > 0)
                .sorted(Comparator.comparingDouble(
                                (String word) -> likeness.to(word).likeness())
                        .reversed()
                        .thenComparing(word -> word))
                .limit(MOST_LIKELY_WORDS)
                .map(word -> new Probe(slot.query(), slot.number(), word, MOST_NAMES_OF_A_LIKELY_WORD));
        return Stream.concat(Stream.of(new Probe(slot.query(), slot.number(), slot.word(), MOST_NAMES)), likely);
    }

    List<Probe> probes() {
        return probes;
    }

    /** Words of the same query that each have more names than were looked up: names with two of them may be among the others. */
    List<Pair> pairs(List<Hit> hits) {
        Map<String, Integer> found = new HashMap<>();
        hits.forEach(hit -> found.merge(hit.query() + "/" + hit.word(), 1, Integer::sum));
        Map<Integer, List<Probe>> common = new HashMap<>();
        probes.stream()
                .filter(probe -> found.getOrDefault(probe.query() + "/" + probe.word(), 0) >= probe.most())
                .forEach(probe -> common.computeIfAbsent(probe.query(), query -> new ArrayList<>())
                        .add(probe));
        return common.values().stream().flatMap(WordLookup::pairsOf).toList();
    }

    private static Stream<Pair> pairsOf(List<Probe> common) {
        return common.stream()
                .flatMap(one -> common.stream()
                        .filter(two -> one.slot() < two.slot() && !one.word().equals(two.word()))
                        .map(two -> new Pair(one.query(), one.word(), two.word())))
                .limit(MOST_PAIRS);
    }
}
