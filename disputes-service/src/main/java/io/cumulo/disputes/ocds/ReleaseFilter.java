package io.cumulo.disputes.ocds;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which releases a list holds. */
public class ReleaseFilter {

    @QueryParam("ocid")
    @Parameter(description = "Of one contracting process.", example = "ocds-cumulo-jedi")
    String ocid;

    @QueryParam("buyer")
    @Parameter(
            description = "Of contracts of this buyer: our key of the company, or what the publisher's files call it.",
            example = "us-department-of-defense")
    String buyer;

    @QueryParam("since")
    @Parameter(
            description = "With this date or a later one: a day (from its beginning, UTC) or an instant.",
            example = "2020-01-01")
    String since;

    @QueryParam("until")
    @Parameter(description = "With an earlier date than this: a day or an instant.", example = "2021-01-01T00:00:00Z")
    String until;

    /**
     * As it was asked.
     *
     * @param buyers every key of the buyer; empty for any
     * @param since first instant
     * @param until first instant after
     */
    record Asked(Optional<String> ocid, Collection<String> buyers, Optional<Instant> since, Optional<Instant> until) {

        Asked by(Collection<String> buyers) {
            return new Asked(ocid, buyers, since, until);
        }

        boolean holds(Instant date) {
            return since.map(first -> !date.isBefore(first)).orElse(true)
                    && until.map(date::isBefore).orElse(true);
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no date */
    Asked asked() {
        List<Fault> faults = new ArrayList<>();
        Optional<Instant> first = instant("since", since, faults);
        Optional<Instant> end = instant("until", until, faults);
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The filter can't be used", faults);
        }
        return new Asked(Optional.ofNullable(ocid), buyer == null ? List.of() : List.of(buyer), first, end);
    }

    private static Optional<Instant> instant(String parameter, String text, List<Fault> faults) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Instant instant = text.length() == "2020-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return Optional.of(instant);
            }
        } catch (DateTimeException malformed) {
            // told below, as the year out of range is
        }
        faults.add(Fault.parameter(parameter, "must be a day as 2020-01-01 or an instant as 2020-01-01T00:00:00Z"));
        return Optional.empty();
    }
}
