package io.cumulo.companies.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A company that was found, and why.
 *
 * @param company its key
 * @param score from 0 to 1
 * @param name the one of its names (or the identifier) that answers best
 * @param why in what way it answers
 * @param words for each word that was asked: what of the name answers it
 */
public record Match(@JsonIgnore String company, double score, String name, Why why, List<Word> words) {

    public Match {
        words = List.copyOf(words);
    }

    Match goingOnIn(Map<String, String> survivors) {
        return new Match(survivors.getOrDefault(company, company), score, name, why, words);
    }

    /** In what way a name answers. */
    public enum Why {
        @JsonProperty("identifier")
        IDENTIFIER,
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("words")
        WORDS,
        @JsonProperty("prefix")
        PREFIX,
        @JsonProperty("spelling")
        SPELLING
    }

    /**
     * A word that was asked.
     *
     * @param found the word of the name that answers it; null when none does
     * @param likeness of the two, from 0 to 1
     * @param weight of the word in the score: what stands in many names weighs little
     */
    public record Word(String asked, String found, double likeness, double weight) {}
}
