package io.cumulo.gateway.dossier;

import io.cumulo.kit.clock.Moment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What a dossier is asked for.
 *
 * @param company key of the company
 * @param moment both clocks, the same for every service
 * @param deadlineNanos by {@link System#nanoTime()}, when every answer must be there
 */
record Question(String company, Moment moment, long deadlineNanos) {

    static Question of(String company, Moment moment, Duration deadline) {
        return new Question(company, moment, System.nanoTime() + deadline.toNanos());
    }

    /** What is left of the deadline; at least a millisecond, so that it can be set as a timeout. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, deadlineNanos - System.nanoTime()));
    }

    /** The clocks as a query string. What wasn't asked isn't passed on: without knownAt each service answers all that it knows. */
    String clocks() {
        return "asOf=" + moment.asOf()
                + moment.knownAt()
                        .map(instant -> "&knownAt=" + encoded(instant.toString()))
                        .orElse("");
    }

    /** A query string that asks about several companies at once. */
    static String about(Collection<String> companies) {
        return companies.stream().map(company -> "company=" + encoded(company)).collect(Collectors.joining("&"));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
