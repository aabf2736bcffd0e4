package io.cumulo.gateway.reading;

import io.cumulo.kit.clock.Moment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * About which moment services are asked, and until when they may answer.
 *
 * @param moment both clocks, the same for every service
 * @param nanos by {@link System#nanoTime()}, when every answer must be there
 * @param isHurried whether less time is given than a service that does well may take
 */
public record Deadline(Moment moment, long nanos, boolean isHurried) {

    public static Deadline of(Moment moment, Duration time) {
        return new Deadline(moment, System.nanoTime() + time.toNanos(), false);
    }

    /** The same for a question that isn't worth waiting for any longer. */
    public Deadline within(Duration most) {
        return new Deadline(moment, Math.min(nanos, System.nanoTime() + most.toNanos()), true);
    }

    /** What is left; at least a millisecond, so that it can be set as a timeout. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, nanos - System.nanoTime()));
    }

    /** The clocks as a query string. What wasn't asked isn't passed on: without knownAt each service answers all that it knows. */
    public String clocks() {
        return "asOf=" + moment.asOf()
                + moment.knownAt()
                        .map(instant -> "&knownAt=" + encoded(instant.toString()))
                        .orElse("");
    }

    /** A value as it stands in a query string. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
