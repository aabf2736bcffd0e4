package io.cumulo.companies.search;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds words that differ by a typo without comparing each: two such words have a key in common. A short word's keys are the word and the word with
 * any one character left out (two words share one when they differ by a character inserted, left out, changed, or swapped with its neighbour). A
 * longer word's are the same with its characters in the order of the alphabet, so that any number of swaps changes nothing. Words of the length
 * between have both.
 */
final class Misspelling {

    private static final int SHORTEST = 4;
    private static final int BOUNDARY = 6;
    private static final int LONGEST = 40;
    /** What one and two edits take away, in letters. */
    private static final double[] COST = {0, 0.8, 2.5};

    private Misspelling() {}

    /** The keys of a word; none for words so short that a typo makes another word of them, and for numbers. */
    static Set<String> keys(String word) {
        Set<String> keys = new TreeSet<>();
        int length = word.length();
        if (length < SHORTEST || length > LONGEST || !word.chars().allMatch(Character::isLetter)) {
            return keys;
        }
        if (length <= BOUNDARY) {
            addWithOneLeftOut("-", word, keys);
        }
        if (length >= BOUNDARY) {
            char[] sorted = word.toCharArray();
            Arrays.sort(sorted);
            addWithOneLeftOut("~", new String(sorted), keys);
        }
        return keys;
    }

    private static void addWithOneLeftOut(String kind, String letters, Set<String> keys) {
        keys.add(kind + letters);
        for (int index = 0; index < letters.length(); index++) {
            keys.add(kind + letters.substring(0, index) + letters.substring(index + 1));
        }
    }

    /** How alike two words are that may differ by typos: 1 for equal, 0 when they differ by more than typos. */
    static double likeness(String asked, String found) {
        int longer = Math.max(asked.length(), found.length());
        int shorter = Math.min(asked.length(), found.length());
        int allowed = longer < BOUNDARY ? 1 : 2;
        if (asked.equals(found)) {
            return 1;
        }
        if (shorter < SHORTEST || longer - shorter > allowed || longer > LONGEST) {
            return 0;
        }
        int edits = edits(asked, found);
        return edits > allowed ? 0 : 1 - COST[edits] / longer;
    }

    /** Insertions, omissions, changes and swaps of neighbours (optimal string alignment). */
    private static int edits(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                cost[row][column] = row == 0 || column == 0 ? row + column : cheapest(left, right, row, column, cost);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int row, int column, int[][] cost) {
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int cheapest = Math.min(
                Math.min(cost[row - 1][column], cost[row][column - 1]) + 1, cost[row - 1][column - 1] + (same ? 0 : 1));
        boolean swapped = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        return swapped ? Math.min(cheapest, cost[row - 2][column - 2] + 1) : cheapest;
    }
}
