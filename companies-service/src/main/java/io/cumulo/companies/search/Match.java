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
 * @param nameType what the name is to the company: legal, native, trading, short, former, transliterated or translated; an identifier's scheme
 * @param why in what way it answers
 * @param words for each word that was asked: what of the name answers it
 */
public record Match(@JsonIgnore String company, double score, String name, String nameType, Why why, List<Word> words) {

    public Match {
        words = List.copyOf(words);
    }

    Match goingOnIn(Map<String, String> survivors) {
        return new Match(survivors.getOrDefault(company, company), score, name, nameType, why, words);
    }

    /** In what way a name answers: of several ways, the weakest that was needed. */
    public enum Why {
        /** An identifier, character for character. */
        @JsonProperty("identifier")
        IDENTIFIER,
        /** The whole name, but for case, accents, punctuation and legal form. */
        @JsonProperty("exact")
        EXACT,
        /** The whole name, but for the spaces between its words. */
        @JsonProperty("spacing")
        SPACING,
        /** Whole words of the name. */
        @JsonProperty("words")
        WORDS,
        /** The beginning of the name or of a word of it. */
        @JsonProperty("prefix")
        PREFIX,
        /** Words that differ by slips of the keyboard. */
        @JsonProperty("spelling")
        SPELLING,
        /** The name as it sounds in Latin letters. */
        @JsonProperty("transliteration")
        TRANSLITERATION
    }

    /**
     * A word that was asked.
     *
     * @param found the word of the name that answers it; null when none does
     * @param why words, prefix or spelling; null when none does
     * @param likeness of the two, from 0 to 1
     * @param weight of the word among those asked, which make 1 together: what stands in many names weighs little
     */
    public record Word(String asked, String found, Why why, double likeness, double weight) {}
}
