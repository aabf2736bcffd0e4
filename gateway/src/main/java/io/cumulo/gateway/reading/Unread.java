package io.cumulo.gateway.reading;

import io.cumulo.gateway.upstream.Unhealthy;
import java.util.Locale;

/** A service didn't give what was asked of it. */
public class Unread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the name in kebab-case stands in {@code incomplete}. */
    public enum Reason {
        TIMEOUT,
        UNAVAILABLE,
        NOT_YET_SETTLED,
        NOT_FOUND,
        REFUSED,
        UNREADABLE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    Unread(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** One that speaks against the instance that was asked. */
    static final class OfIllness extends Unread implements Unhealthy {

        private static final long serialVersionUID = 1L;

        OfIllness(Reason reason, String message) {
            super(reason, message);
        }
    }

    public Reason reason() {
        return reason;
    }
}
