package io.cumulo.investments.spending;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which reported spending a list holds. */
public class SpendingFilter {

    @QueryParam("company")
    @Parameter(description = "Who reported it; several: any of them.", example = "amazon")
    List<String> company;

    @QueryParam("year")
    @Parameter(description = "In which the period ends.", example = "2022")
    String year;

    @QueryParam("span")
    @Parameter(
            description = "year (default), quarter, half-year, nine-months or other: never several at once.",
            example = "year")
    String span;

    /** What is asked. */
    record Asked(Span span, Optional<Integer> year) {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that can't be asked */
    Asked asked() {
        List<Fault> faults = new ArrayList<>();
        if (year != null && !year.matches("(?!0000)[0-9]{4}")) {
            faults.add(Fault.parameter("year", "must be a year as 2022"));
        }
        Optional<Span> asked = span == null ? Optional.of(Span.YEAR) : Span.named(span);
        if (asked.isEmpty()) {
            faults.add(Fault.parameter(
                    "span",
                    "must be one of "
                            + Arrays.stream(Span.values()).map(Span::text).collect(Collectors.joining(", "))));
        }
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The spending can't be listed so", faults);
        }
        return new Asked(asked.orElseThrow(), Optional.ofNullable(year).map(Integer::valueOf));
    }
}
