package io.cumulo.kit.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A point on both clocks.
 *
 * @param asOf day of valid time: what was so in the world
 * @param knownAt instant of record time: what had been recorded; empty means all that is committed now
 */
public record Moment(LocalDate asOf, Optional<Instant> knownAt) {

    public Moment {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(knownAt, "knownAt");
    }

    public static Moment of(LocalDate asOf) {
        return new Moment(asOf, Optional.empty());
    }

    /** The same with an instant of record time, for what is read in several steps: now, where none was asked. */
    public Moment fixed() {
        return knownAt.isPresent()
                ? this
                : new Moment(asOf, Optional.of(Clock.systemUTC().instant()));
    }
}
