package io.cumulo.companies.search;

import io.cumulo.companies.search.NameRepository.WordKey;
import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which words of names, and pairs of them, are looked up for a batch of queries: those that are asked for, those that they may be a slip of, and those that
 * the last one begins. Each with a bound, so that a word of half of all names costs no more than a rare one; what is bounded begins with the shortest names.
 */
final class WordLookup {

    private static final int MOST_SLOTS = 6;
    private static final int MOST_WORDS_OF_A_KEY = 200;
    private static final int MOST_LIKELY_WORDS = 10;
    private static final int MOST_NAMES_OF_THE_ONLY_WORD = 200;
    private static final int MOST_NAMES = 40;
    private static final int MOST_NAMES_OF_A_LIKELY_WORD = 15;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_TYPED_BEGINNING = 2;

    private WordLookup() {}

    /** A word of one form of a query. */
    private record Slot(int query, int number, String word, boolean last, boolean typing) {

        String id() {
            return query + "/" + number;
        }
    }

    /** A word that a slot may mean. */
    private record Meant(Slot slot, String word, boolean asWritten) {}

    static Uni<List<Probe>> probes(
            List<SearchRequest> requests, List<Asked> asked, boolean typing, NameRepository repository) {
        List<List<Slot>> forms = IntStream.range(0, requests.size())
                .boxed()
                .flatMap(query -> slots(query, asked.get(query).forms(), typing))
                .toList();
        List<WordKey> keys = forms.stream()
                .flatMap(List::stream)
                .flatMap(slot -> keys(slot, requests.get(slot.query()).moment()))
                .toList();
        return repository.words(keys).map(words -> forms.stream()
                .flatMap(slots -> probes(slots, words).stream())
                .distinct()
                .toList());
    }

    /** For each form of a query the words that tell most; a query of more words is found by these. */
    private static Stream<List<Slot>> slots(int query, List<NameForm> forms, boolean typing) {
        return IntStream.range(0, forms.size()).mapToObj(form -> {
            List<String> words = forms.get(form).words();
            String last = words.get(words.size() - 1);
            List<Slot> slots = new ArrayList<>();
            words.stream()
                    .distinct()
                    .sorted(Comparator.comparingDouble(Weights::of).reversed())
                    .limit(MOST_SLOTS)
                    .forEach(word -> slots.add(
                            new Slot(query, form * MOST_SLOTS + slots.size(), word, word.equals(last), typing)));
            return slots;
        });
    }

    private static Stream<WordKey> keys(Slot slot, Moment moment) {
        int shortest = slot.typing() ? SHORTEST_TYPED_BEGINNING : SHORTEST_BEGINNING;
        Stream<WordKey> beginning = slot.last() && slot.word().length() >= shortest
                ? Stream.of(WordKey.beginning(slot.query(), slot.number(), slot.word(), MOST_LIKELY_WORDS, moment))
                : Stream.empty();
        return Stream.concat(
                beginning,
                Misspelling.keys(slot.word()).stream()
                        .filter(key -> !Weights.isCommon(slot.word()))
                        .map(key -> WordKey.exactly(slot.query(), slot.number(), key, MOST_WORDS_OF_A_KEY, moment)));
    }

    private static List<Probe> probes(List<Slot> slots, Map<String, List<String>> words) {
        List<Meant> meant = slots.stream().flatMap(slot -> meant(slot, words)).toList();
        boolean anyOfItsOwn = slots.stream().anyMatch(slot -> !Weights.isCommon(slot.word()));
        List<Probe> probes = new ArrayList<>();
        for (Meant one : meant) {
            if (!anyOfItsOwn || !Weights.isCommon(one.slot().word())) {
                int most = slots.size() == 1 ? MOST_NAMES_OF_THE_ONLY_WORD : MOST_NAMES;
                probes.add(new Probe(
                        one.slot().query(), one.word(), one.asWritten() ? most : MOST_NAMES_OF_A_LIKELY_WORD));
            }
            meant.stream()
                    .filter(other -> arePair(one, other))
                    .map(other -> new Probe(
                            one.slot().query(),
                            NameForm.pair(one.word(), other.word()),
                            one.asWritten() ? MOST_NAMES : MOST_NAMES_OF_A_LIKELY_WORD))
                    .forEach(probes::add);
        }
        return probes;
    }

    /** Of two words at least one is as it was written: two slips in one name are found by its other words. */
    private static boolean arePair(Meant one, Meant other) {
        return other.asWritten()
                && !one.word().equals(other.word())
                && (one.asWritten()
                        ? one.slot().number() < other.slot().number()
                        : one.slot().number() != other.slot().number());
    }

    private static Stream<Meant> meant(Slot slot, Map<String, List<String>> words) {
        Likeness likeness = new Likeness(slot.word(), slot.typing() && slot.last());
        Stream<Meant> likely = words.getOrDefault(slot.id(), List.of()).stream()
                .distinct()
                .filter(word -> !word.equals(slot.word()) && likeness.to(word).likeness() > 0)
                .sorted(Comparator.comparingDouble(
                                (String word) -> likeness.to(word).likeness())
                        .reversed()
                        .thenComparing(word -> word))
                .limit(MOST_LIKELY_WORDS)
                .map(word -> new Meant(slot, word, false));
        return Stream.concat(Stream.of(new Meant(slot, slot.word(), true)), likely);
    }
}
