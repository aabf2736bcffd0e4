package io.cumulo.kit.imports;

/** The database refused an entry, and with it the transaction. */
final class Unrecordable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int at;

    /** @param at place of the entry in its batch, from 0 */
    Unrecordable(int at, Throwable cause) {
        super(cause);
        this.at = at;
    }

    int at() {
        return at;
    }
}
