package io.cumulo.kit.clock;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The two clocks of a read: {@code asOf} (a day, default today in UTC) and {@code knownAt} (an instant, default now). */
public class Clocks {

    @QueryParam("asOf")
    @Parameter(
            description = "Day of valid time: what was so in the world on that day. Default: today (UTC).",
            example = "2020-04-24",
            schema = @Schema(format = "date"))
    String asOf;

    @QueryParam("knownAt")
    @Parameter(
            description =
                    "Instant of record time: what Cumulo had recorded by then. The answer for a past instant never changes. Default: now.",
            schema = @Schema(format = "date-time"))
    String knownAt;

    /**
     * The moment that is asked about.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all faults when a clock can't be read or knownAt lies in the future
     */
    public Moment moment() {
        List<Fault> faults = new ArrayList<>();
        Optional<LocalDate> day = day(faults);
        Optional<Instant> known = instant(faults);
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The clocks can't be read", faults);
        }
        Instant now = Clock.systemUTC().instant();
        known.filter(now::isBefore).ifPresent(future -> {
            throw Problem.KNOWN_AT_IN_THE_FUTURE.because(
                    "It is " + now + "; nobody knows yet what will be known at " + future,
                    List.of(Fault.parameter("knownAt", "must not lie in the future")));
        });
        return new Moment(day.orElseGet(() -> LocalDate.now(ZoneOffset.UTC)), known);
    }

    /** Whether a day of valid time was asked for, rather than left to be today. */
    public boolean isOfADay() {
        return asOf != null;
    }

    private Optional<LocalDate> day(List<Fault> faults) {
        if (asOf == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(asOf);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException malformed) {
            // told below, as the year out of range is
        }
        faults.add(Fault.parameter("asOf", "must be a date as 2020-04-24"));
        return Optional.empty();
    }

    private Optional<Instant> instant(List<Fault> faults) {
        if (knownAt == null) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(knownAt).toInstant();
            if (instant.isAfter(EARLIEST)) {
                return Optional.of(instant);
            }
        } catch (DateTimeParseException malformed) {
            // told below
        }
        faults.add(Fault.parameter("knownAt", "must be an instant as 2020-04-24T10:00:00Z"));
        return Optional.empty();
    }

    /** Long before the first record, and within what PostgreSQL can compare. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
}
