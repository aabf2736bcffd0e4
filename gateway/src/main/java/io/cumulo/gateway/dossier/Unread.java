package io.cumulo.gateway.dossier;

import java.util.Locale;

/** A service didn't give what was asked of it. */
final class Unread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the name in kebab-case stands in {@code incomplete}. */
    enum Reason {
        TIMEOUT,
        UNAVAILABLE,
        NOT_YET_SETTLED,
        NOT_FOUND,
        REFUSED,
        UNREADABLE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    Unread(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
