package io.cumulo.companies.search;

import java.util.HashMap;
import java.util.Map;

/** How alike a word that is asked for is to words of names; each pair is compared once. */
final class Likeness {

    private static final Meeting NONE = new Meeting(0, Match.Why.SPELLING);
    private static final int SHORTEST_PREFIX = 3;
    private static final double PREFIX = 0.55;
    private static final double TYPED_PREFIX = 0.8;

    private final String asked;
    private final boolean typing;
    private final Map<String, Meeting> met = new HashMap<>();

    /** @param typing whether the word is still being typed: its beginning is then nearly as good as the whole */
    Likeness(String asked, boolean typing) {
        this.asked = asked;
        this.typing = typing;
    }

    /** How two words meet. */
    record Meeting(double likeness, Match.Why why) {}

    Meeting to(String found) {
        return met.computeIfAbsent(found, this::compare);
    }

    private Meeting compare(String found) {
        if (asked.equals(found)) {
            return new Meeting(1, Match.Why.WORDS);
        }
        boolean begins = found.startsWith(asked) && (typing || asked.length() >= SHORTEST_PREFIX);
        double least = typing ? TYPED_PREFIX : PREFIX;
        double prefix = begins ? least + (1 - least) * asked.length() / found.length() : 0;
        double typo = Misspelling.likeness(asked, found);
        if (prefix == 0 && typo == 0) {
            return NONE;
        }
        return prefix >= typo ? new Meeting(prefix, Match.Why.PREFIX) : new Meeting(typo, Match.Why.SPELLING);
    }
}
