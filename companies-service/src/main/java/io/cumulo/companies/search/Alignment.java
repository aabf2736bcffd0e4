package io.cumulo.companies.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The words that are asked for beside the words of a name: each meets at most one, the likest pairs first, whatever their order.
 *
 * @param words what became of each word asked for
 * @param askedCovered the share of what is asked for, by weight, that was met
 * @param nameCovered the share of the name, by weight, that was asked for
 * @param inOrder whether the words that met stand in the same order
 */
record Alignment(List<Match.Word> words, double askedCovered, double nameCovered, boolean inOrder) {

    private record Pair(int asked, int found, Likeness.Meeting meeting, double weight) {}

    static Alignment of(List<String> asked, List<Likeness> likenesses, List<String> found) {
        Pair[] met = new Pair[asked.size()];
        boolean[] taken = new boolean[found.size()];
        for (Pair pair : pairs(asked, likenesses, found)) {
            if (met[pair.asked] == null && !taken[pair.found]) {
                met[pair.asked] = pair;
                taken[pair.found] = true;
            }
        }
        double askedWeight = weight(asked);
        double askedCovered = 0;
        double nameCovered = 0;
        List<Match.Word> words = new ArrayList<>();
        for (int index = 0; index < met.length; index++) {
            double share = Weights.of(asked.get(index)) / askedWeight;
            if (met[index] == null) {
                words.add(new Match.Word(asked.get(index), null, null, 0, rounded(share)));
                continue;
            }
            Likeness.Meeting meeting = met[index].meeting;
            String word = found.get(met[index].found);
            askedCovered += share * meeting.likeness();
            nameCovered += Weights.of(word) * meeting.likeness();
            words.add(
                    new Match.Word(asked.get(index), word, meeting.why(), rounded(meeting.likeness()), rounded(share)));
        }
        return new Alignment(words, askedCovered, nameCovered / weight(found), isInOrder(met));
    }

    private static List<Pair> pairs(List<String> asked, List<Likeness> likenesses, List<String> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int left = 0; left < asked.size(); left++) {
            for (int right = 0; right < found.size(); right++) {
                Likeness.Meeting meeting = likenesses.get(left).to(found.get(right));
                if (meeting.likeness() > 0) {
                    pairs.add(new Pair(left, right, meeting, meeting.likeness() * Weights.of(asked.get(left))));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::weight)
                .reversed()
                .thenComparing(Pair::asked)
                .thenComparing(Pair::found));
        return pairs;
    }

    private static boolean isInOrder(Pair[] met) {
        int[] places = Arrays.stream(met)
                .filter(pair -> pair != null)
                .mapToInt(Pair::found)
                .toArray();
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        return Arrays.equals(places, sorted);
    }

    private static double weight(List<String> words) {
        return words.stream().mapToDouble(Weights::of).sum();
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
