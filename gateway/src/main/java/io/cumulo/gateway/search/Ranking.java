package io.cumulo.gateway.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.gateway.search.Found.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well something answers what was asked, by one rule for all kinds, written down in {@code docs/search.md}: each word that was asked counts the
 * same; one that stands in the title counts whole, as the beginning of a word of it 0.9, in what else is said 0.5; what has nothing else in its title
 * stands before what has. A company has many names, in many spellings and scripts, and its service knows how well the best of them answers: where
 * that is more than its legal name's, it counts.
 */
final class Ranking {

    private static final double WHOLE = 1;
    private static final double BEGINNING = 0.9;
    private static final double IN_TEXT = 0.5;

    /** What is left of the score of a title in which only a small part was asked for. */
    private static final double LOOSE = 0.9;

    private static final int SHORTEST_BEGINNING = 2;

    private final Words asked;

    Ranking(String question) {
        this.asked = Words.of(question);
    }

    Found of(Kind kind, JsonNode item) {
        Words title = Words.of(kind.title(item));
        Words text = Words.of(kind.text(item));
        List<Answered> why = new ArrayList<>();
        double sum = 0;
        for (String word : asked.all()) {
            Weighed answer = answer(word, title, text);
            why.add(answer.answered());
            sum += answer.weight();
        }
        double covered = asked.all().isEmpty() ? 0 : sum / asked.all().size();
        double score = covered * (LOOSE + (1 - LOOSE) * tightness(title));
        double known = kind == Kind.COMPANY ? item.at("/match/score").asDouble(0) : 0;
        String id = item.path("id").asText();
        return new Found(kind, id, kind.path() + "/" + id, kind.title(item), rounded(Math.max(score, known)), why);
    }

    private record Weighed(Answered answered, double weight) {}

    private static Weighed answer(String word, Words title, Words text) {
        if (title.all().contains(word)) {
            return new Weighed(new Answered(word, word, "title"), WHOLE);
        }
        Optional<String> beginning = title.all().stream()
                .filter(other -> word.length() >= SHORTEST_BEGINNING && other.startsWith(word))
                .findFirst();
        if (beginning.isPresent()) {
            return new Weighed(new Answered(word, beginning.get(), "title"), BEGINNING);
        }
        return text.all().contains(word)
                ? new Weighed(new Answered(word, word, "text"), IN_TEXT)
                : new Weighed(new Answered(word, null, null), 0);
    }

    /** How much of the title was asked for. */
    private double tightness(Words title) {
        return title.all().isEmpty()
                ? 0
                : Math.min(1, (double) asked.all().size() / title.all().size());
    }

    private static double rounded(double score) {
        return Math.round(Math.min(1, score) * 10_000) / 10_000.0;
    }
}
