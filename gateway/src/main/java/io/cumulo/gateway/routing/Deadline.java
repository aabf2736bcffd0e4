package io.cumulo.gateway.routing;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * How long an answer may take, counted from the end of the request: a client on a slow line is not the service's fault. A client may ask for less
 * than the gateway would give, and the service is told what is left, in the header {@value #HEADER}.
 */
final class Deadline {

    /** Milliseconds, without a sign. */
    static final String HEADER = "X-Request-Timeout-Millis";

    private static final int MOST_DIGITS = 9;

    private final long nanos;
    private final boolean isClients;
    private long startedAt = -1;

    private Deadline(Duration time, boolean isClients) {
        this.nanos = time.toNanos();
        this.isClients = isClients;
    }

    /** What the client asks for, at most so much; nonsense is passed over. */
    static Deadline of(HttpServerRequest request, Duration most) {
        String asked = request.getHeader(HEADER);
        if (asked == null
                || asked.isEmpty()
                || asked.length() > MOST_DIGITS
                || !asked.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return new Deadline(most, false);
        }
        Duration wanted = Duration.ofMillis(Math.max(1, Long.parseLong(asked)));
        return wanted.compareTo(most) < 0 ? new Deadline(wanted, true) : new Deadline(most, false);
    }

    /** Whether the client has less patience than the gateway: that its time is over says nothing of the service. */
    boolean isClients() {
        return isClients;
    }

    /** The first call counts. */
    void start() {
        if (startedAt < 0) {
            startedAt = System.nanoTime();
        }
    }

    /** Since the start; nothing before it. */
    Duration passed() {
        return startedAt < 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** At least a millisecond, as timers can't be set to less. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, nanos - passed().toNanos()));
    }

    Duration within(Duration other) {
        Duration remaining = remaining();
        return remaining.compareTo(other) < 0 ? remaining : other;
    }

    boolean over() {
        return passed().toNanos() >= nanos;
    }

    /** Within what timers can tell. */
    boolean isNearlyOver() {
        return nanos - passed().toNanos() <= 1_000_000;
    }
}
