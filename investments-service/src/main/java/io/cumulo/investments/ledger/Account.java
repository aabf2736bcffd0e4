package io.cumulo.investments.ledger;

/**
 * Where money stands: a path such as {@code commitments/{id}/pledged}. {@link #WORLD} is outside of what is recorded; it alone may go below zero.
 *
 * @param path lower-case words joined by hyphens, in segments joined by slashes
 */
public record Account(String path) {

    public static final Account WORLD = new Account("world");

    private static final String SHAPE = "[a-z0-9-]+(/[a-z0-9-]+)*";

    /** @throws IllegalArgumentException when the path is none */
    public Account {
        if (!path.matches(SHAPE)) {
            throw new IllegalArgumentException("no path of an account: " + path);
        }
    }

    /** The account at the end of these segments. */
    public static Account at(String... segments) {
        return new Account(String.join("/", segments));
    }

    boolean isWorld() {
        return equals(WORLD);
    }
}
