package io.cumulo.companies.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A company that may be meant.
 *
 * @param score from 0 to 100
 * @param match whether it is the one: only when it clearly wins
 * @param features what the score is made of
 */
record Candidate(
        String id,
        String name,
        String description,
        List<Named> type,
        double score,
        boolean match,
        List<Feature> features) {

    private static final double GOOD_ENOUGH = 85;
    private static final double CLEAR_LEAD = 10;

    /** Of one that agrees in everything that was asked: another that merely has the name within its own shouldn't hold it back. */
    private static final double PERFECT = 100;

    private static final double LEAD_OF_PERFECT = 5;

    /** The best ones, best first; the first is a match when it is good enough and leads clearly, so a tie matches none. */
    static List<Candidate> judged(List<Candidate> candidates, int limit) {
        List<Candidate> ranked = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id))
                .toList();
        return IntStream.range(0, Math.min(limit, ranked.size()))
                .mapToObj(place -> ranked.get(place).judged(place == 0 && wins(ranked)))
                .toList();
    }

    private static boolean wins(List<Candidate> ranked) {
        double first = ranked.get(0).score();
        return first >= GOOD_ENOUGH
                && (ranked.size() == 1
                        || first - ranked.get(1).score() >= (first == PERFECT ? LEAD_OF_PERFECT : CLEAR_LEAD));
    }

    private Candidate judged(boolean isMatch) {
        return new Candidate(id, name, description, type, score, isMatch, features);
    }
}
