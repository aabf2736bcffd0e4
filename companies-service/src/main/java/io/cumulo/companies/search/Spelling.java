package io.cumulo.companies.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Slips of the keyboard. A word and a misspelling of it by one slip (a letter dropped, doubled, changed or swapped with its neighbour) have in
 * common what is left of each when one letter is dropped, or are each other's.
 */
final class Spelling {

    /** Below this length one letter makes another word. */
    static final int MIN_LENGTH = 4;

    private static final int MAX_LENGTH = 40;
    private static final double CLOSE_ENOUGH = 0.85;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Spelling() {}

    /** The word and all that is left of it when one letter is dropped; none for words too short or too long to be misspelt so. */
    static Set<String> remainders(String word) {
        Set<String> remainders = new LinkedHashSet<>();
        int[] letters = word.codePoints().toArray();
        if (letters.length < MIN_LENGTH || letters.length > MAX_LENGTH) {
            return remainders;
        }
        remainders.add(word);
        for (int dropped = 0; dropped < letters.length; dropped++) {
            remainders.add(
                    new String(letters, 0, dropped) + new String(letters, dropped + 1, letters.length - dropped - 1));
        }
        return remainders;
    }

    /** From 0 (nothing in common) to 1 (the same); 0 for words that are no likely misspellings of each other. */
    static double likeness(String asked, String known) {
        double likeness = SIMILARITY.apply(asked, known);
        return likeness < CLOSE_ENOUGH ? 0 : likeness;
    }
}
