package io.cumulo.kit.value;

import java.util.Optional;

/** Text that is stored as it was given: PostgreSQL keeps no U+0000, and half a character is no character in UTF-8, so a question mark would stand in its place. */
public final class StorableText {

    private StorableText() {}

    /** What is wrong with it; empty when it can be stored. */
    public static Optional<String> fault(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\0') {
                return Optional.of("must not contain the character U+0000");
            }
            if (Character.isSurrogate(letter)) {
                if (at + 1 == text.length() || !Character.isSurrogatePair(letter, text.charAt(at + 1))) {
                    return Optional.of("must not contain half a character (a lone surrogate)");
                }
                at++;
            }
        }
        return Optional.empty();
    }
}
