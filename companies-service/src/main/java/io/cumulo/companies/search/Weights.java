package io.cumulo.companies.search;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much a word tells of whose name it is. Weights come from a table, {@code search/common-words.txt}, not from counting what is recorded: the answer for
 * a past {@code knownAt} must not change with what is recorded later.
 */
final class Weights {

    private static final double OWN = 1;
    private static final double COMMON = 0.35;
    private static final double ONE_LETTER = 0.5;

    private static final Set<String> COMMON_WORDS = Tables.read("common-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private Weights() {}

    static boolean isCommon(String word) {
        return COMMON_WORDS.contains(word);
    }

    static double of(String word) {
        if (isCommon(word)) {
            return COMMON;
        }
        return word.length() == 1 && Letters.isAscii(word) ? ONE_LETTER : OWN;
    }
}
