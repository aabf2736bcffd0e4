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

/** The clock of the record, {@code knownAt} (an instant, default now), of a read that no day of valid time cuts off. */
public class RecordTime {

    /** Long before the first record, and within what PostgreSQL can compare. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    @QueryParam("knownAt")
    @Parameter(
            description =
                    "Instant of record time: what Cumulo had recorded by then. The answer for a past instant never changes. Default: now.",
            schema = @Schema(format = "date-time"))
    String knownAt;

    /**
     * What was known at the instant that is asked about, of today (UTC).
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when knownAt can't be read or lies in the future
     */
    public Moment moment() {
        return moment(Optional.empty(), new ArrayList<>());
    }

    Moment moment(Optional<LocalDate> day, List<Fault> faults) {
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
}
