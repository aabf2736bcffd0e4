package io.cumulo.investments.words;

import java.util.Optional;

/** Words that somebody asks for, as they type them: quotes for a phrase, {@code -} for without, {@code or} between alternatives. */
public final class AskedWords {

    private static final int LONGEST = 200;

    private AskedWords() {}

    /** Why they can't be asked for; empty when they can. */
    public static Optional<String> fault(String q) {
        return q.isBlank() || q.length() > LONGEST || q.chars().anyMatch(Character::isISOControl)
                ? Optional.of("must be 1 to " + LONGEST + " characters, none of them a control character")
                : Optional.empty();
    }
}
