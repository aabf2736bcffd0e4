package io.cumulo.kit.clock;

import io.cumulo.kit.problem.Fault;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The two clocks of a read: {@code asOf} (a day, default today in UTC) and {@code knownAt} (an instant, default now). */
public class Clocks extends RecordTime {

    @QueryParam("asOf")
    @Parameter(
            description = "Day of valid time: what was so in the world on that day. Default: today (UTC).",
            example = "2020-04-24",
            schema = @Schema(format = "date"))
    String asOf;

    /**
     * The moment that is asked about.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all faults when a clock can't be read or knownAt lies in the future
     */
    @Override
    public Moment moment() {
        List<Fault> faults = new ArrayList<>();
        return moment(day(faults), faults);
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
}
