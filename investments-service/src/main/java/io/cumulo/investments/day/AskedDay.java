package io.cumulo.investments.day;

import io.cumulo.kit.problem.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A day that somebody asks about: one of the years 1 to 9999, which is what the database and the clocks of a read can compare. */
public final class AskedDay {

    private AskedDay() {}

    /**
     * The day that a parameter names.
     *
     * @param text the parameter's value, or null
     * @param faults takes what is wrong with it
     * @return empty when there is none, or none that can be asked about
     */
    public static Optional<LocalDate> of(String parameter, String text, List<Fault> faults) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException malformed) {
            // told below, as the year out of range is
        }
        faults.add(Fault.parameter(parameter, "must be a date as 2020-04-20"));
        return Optional.empty();
    }
}
