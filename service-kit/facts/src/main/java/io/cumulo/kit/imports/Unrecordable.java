package io.cumulo.kit.imports;

import java.util.OptionalInt;

/** The database refused an entry, and with it the transaction. */
final class Unrecordable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OptionalInt at;

    private Unrecordable(OptionalInt at, Throwable cause) {
        super(cause);
        this.at = at;
    }

    /** @param place of the entry in its batch, from 0 */
    static Unrecordable at(int place, Throwable cause) {
        return new Unrecordable(OptionalInt.of(place), cause);
    }

    static Unrecordable amongOthers(Throwable cause) {
        return new Unrecordable(OptionalInt.empty(), cause);
    }

    /** Empty when it isn't known which of several it was. */
    OptionalInt at() {
        return at;
    }
}
