package io.cumulo.investments.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way the money of a security goes. The constants stand in the order in which moves of one day are booked. */
enum Direction {
    /** To the custodian. */
    POSTED,
    /** Back to who posted it. */
    RELEASED,
    /** To whom it protected. */
    PAID_OUT;

    /** Of the kind of entry that reports it; absent where no money moves. */
    static Optional<Direction> of(String kind) {
        return Arrays.stream(values())
                .filter(direction -> kind.equals("security-" + direction.word()))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
