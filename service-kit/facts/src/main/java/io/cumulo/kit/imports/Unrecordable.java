package io.cumulo.kit.imports;

import io.cumulo.kit.storage.DatabaseFailures;
import java.util.OptionalInt;

/** An entry failed because of what it says, and with it the transaction. */
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

    boolean isFirst() {
        return at.isPresent() && at.getAsInt() == 0;
    }

    /** Whether the database refused what it was given: then it would again. */
    boolean isOfTheData() {
        return DatabaseFailures.isOfTheData(getCause());
    }
}
