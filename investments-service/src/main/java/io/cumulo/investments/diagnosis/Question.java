package io.cumulo.investments.diagnosis;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a printed number and the right money may have come apart.
 *
 * @param printed as read from the words, before anything is made of it
 * @param currency that was printed, ISO 4217; empty: none was
 * @param value the right money
 * @param language of the print, BCP 47; empty: not known
 * @param around the days at whose rates it may have been converted: when it was printed or announced, as precisely as known
 */
public record Question(
        BigDecimal printed, Optional<String> currency, Money value, Optional<String> language, List<Days> around) {

    public Question {
        around = List.copyOf(around);
    }

    /** From one day to another, both included. */
    public record Days(LocalDate from, LocalDate to) {

        /** How many days lie between a day and these; 0 for one of these. */
        long distance(LocalDate day) {
            return day.isBefore(from)
                    ? from.toEpochDay() - day.toEpochDay()
                    : Math.max(0, day.toEpochDay() - to.toEpochDay());
        }
    }

    long distance(LocalDate day) {
        return around.stream().mapToLong(days -> days.distance(day)).min().orElse(0);
    }
}
