package io.cumulo.kit.imports;

import java.util.Optional;

/**
 * A piece of a file that is taken or refused by itself: a line, an element of a list.
 *
 * @param line where it begins in the file, from 1
 * @param text as it stands there; the beginning of it when it can't be read
 * @param fault why it can't be read; empty when it can
 */
public record Entry(long line, String text, Optional<String> fault) {

    static Entry read(long line, String text) {
        return new Entry(line, text, Optional.empty());
    }

    static Entry unreadable(long line, String beginning, String fault) {
        return new Entry(line, beginning, Optional.of(fault));
    }
}
