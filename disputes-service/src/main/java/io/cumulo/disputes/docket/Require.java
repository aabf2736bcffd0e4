package io.cumulo.disputes.docket;

/** What a value of this package can't be without. */
final class Require {

    private Require() {}

    static void present(Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    static void text(String value, String name) {
        present(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
