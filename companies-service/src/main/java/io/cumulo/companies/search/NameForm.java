package io.cumulo.companies.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name as it is compared: without case, accents, punctuation and legal form.
 *
 * @param words in their order; a script that puts no spaces between words gives overlapping pairs of characters
 * @param whole the name's letters and digits in one piece
 * @param legalForm the form that was left out, as the table of forms names it; empty when there was none
 * @param latin whether it was brought into Latin letters from another script
 */
record NameForm(List<String> words, String whole, String legalForm, boolean latin) {

    /** Of longer names the pairs of the first words must do: they grow with the square. */
    private static final int MOST_PAIRED = 6;

    NameForm {
        words = List.copyOf(words);
    }

    /** What the name is looked up by: its words, and its words by twos, so that two common words find the few names that have both. */
    Set<String> terms() {
        List<String> distinct = words.stream().distinct().toList();
        Set<String> terms = new TreeSet<>(distinct);
        List<String> paired = distinct.subList(0, Math.min(MOST_PAIRED, distinct.size()));
        for (int one = 0; one < paired.size(); one++) {
            for (int other = one + 1; other < paired.size(); other++) {
                terms.add(pair(paired.get(one), paired.get(other)));
            }
        }
        return terms;
    }

    /** Two words in the order of the alphabet; no word has a space. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }
}
