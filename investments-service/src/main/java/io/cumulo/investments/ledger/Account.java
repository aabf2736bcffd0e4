package io.cumulo.investments.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.cumulo.kit.value.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where money stands: a path such as {@code commitments/{id}/pledged}. {@link #WORLD} is outside of what is recorded; it alone may go below zero.
 *
 * @param path keys joined by slashes, at most 400 characters
 */
@Schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$", maxLength = 400)
public record Account(@JsonValue String path) {

    public static final Account WORLD = new Account("world");

    private static final String SHAPE = Key.PATTERN + "(/" + Key.PATTERN + ")*";
    private static final int MAX_LENGTH = 400;

    /** @throws IllegalArgumentException when the path is none */
    @JsonCreator
    public Account {
        if (path == null || path.length() > MAX_LENGTH || !path.matches(SHAPE)) {
            throw new IllegalArgumentException(
                    "must be a path such as commitments/amazon-2020/pledged, at most " + MAX_LENGTH + " characters");
        }
        if (path.startsWith("world/")) {
            throw new IllegalArgumentException("the world has no accounts below it");
        }
    }

    /** The account at the end of these segments. */
    public static Account at(String... segments) {
        return new Account(String.join("/", segments));
    }

    /** The first segment. */
    public String root() {
        return path.split("/", 2)[0];
    }

    /** Whether the account is a root and stands for all below it. */
    boolean isRoot() {
        return path.indexOf('/') < 0;
    }

    boolean isWorld() {
        return equals(WORLD);
    }

    /** What a writer has to itself: the first two segments, so that all accounts of a commitment go together and two commitments don't. */
    String head() {
        int second = path.indexOf('/', path.indexOf('/') + 1);
        return isRoot() || second < 0 ? path : path.substring(0, second);
    }
}
