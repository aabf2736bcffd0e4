package io.cumulo.gateway.search;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that was found.
 *
 * @param ref where it is read
 * @param score from 0 to 1
 * @param why for each word that was asked: what answers it
 */
record Found(Kind kind, String id, String ref, String title, double score, List<Answered> why) {

    /** The one ranking of all kinds: by score; of the same score companies first, then by kind and key. */
    static final Comparator<Found> BEST_FIRST = Comparator.comparingDouble(Found::score)
            .reversed()
            .thenComparing(Found::kind)
            .thenComparing(Found::id);

    Found {
        why = List.copyOf(why);
    }

    /**
     * How a word that was asked is answered.
     *
     * @param found the word that answers it; null where none does
     * @param in title or text; null where none does
     */
    record Answered(String asked, String found, String in) {}
}
