package io.cumulo.investments.rates;

import io.cumulo.investments.day.AskedDay;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rates are asked for: those that apply on a day, or those that were published from a day to another. */
public class RateFilter {

    /** Before the euro there was none. */
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);

    @QueryParam("on")
    @Parameter(
            description = "The rates that apply on this day: of the last business day on or before it. Default: asOf.",
            example = "2020-04-20",
            schema = @Schema(format = "date"))
    String on;

    @QueryParam("from")
    @Parameter(description = "First day of a series.", example = "2020-04-01", schema = @Schema(format = "date"))
    String from;

    @QueryParam("to")
    @Parameter(description = "Last day of a series.", example = "2020-04-30", schema = @Schema(format = "date"))
    String to;

    @QueryParam("currency")
    @Parameter(description = "ISO 4217; several: each of them. Default: all.", example = "CNY")
    List<String> currency;

    /**
     * What is asked, as far as it is known on a day of the world.
     *
     * @param on of a single day
     * @param from of a series, else null
     * @param to of a series, else null
     */
    record Asked(Optional<LocalDate> on, LocalDate from, LocalDate to, List<String> currencies) {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that can't be asked */
    Asked asked(LocalDate asOf) {
        List<Fault> faults = new ArrayList<>();
        boolean isSeries = from != null || to != null;
        if (on != null && isSeries) {
            faults.add(Fault.parameter("on", "can't be asked together with from and to"));
        }
        Optional<LocalDate> day = AskedDay.of("on", on, faults);
        day.filter(asOf::isBefore)
                .ifPresent(later -> faults.add(Fault.parameter("on", "lies after asOf, which is " + asOf)));
        Optional<LocalDate> first = AskedDay.of("from", from, faults);
        Optional<LocalDate> last = AskedDay.of("to", to, faults);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            faults.add(Fault.parameter("to", "lies before from"));
        }
        currency.stream()
                .filter(code -> !code.matches("[A-Z]{3}"))
                .forEach(code ->
                        faults.add(Fault.parameter("currency", "must be an ISO 4217 code of three capital letters")));
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The rates can't be listed so", faults);
        }
        LocalDate end = last.filter(asOf::isAfter).orElse(asOf);
        return new Asked(
                isSeries ? Optional.empty() : Optional.of(day.orElse(asOf)),
                first.orElse(FIRST),
                end,
                List.copyOf(new TreeSet<>(currency)));
    }
}
