package io.cumulo.investments.diagnosis;

import io.cumulo.kit.value.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What a printed number and the right money have to do with each other, found by machine.
 *
 * @param kind always {@code suggestion}: what fits need not be what happened
 * @param printed the number as printed
 * @param currency that was printed, or null
 * @param value the right money
 * @param from first day whose rates were tried
 * @param to last day whose rates were tried
 * @param tolerance up to which share of it a number is taken as the printed one, rounded
 * @param explanations the best first; none: nothing of scale, currency and date explains it
 * @param note what a reader should know of the answer
 */
public record Diagnosis(
        String kind,
        String printed,
        String currency,
        Money value,
        LocalDate from,
        LocalDate to,
        String tolerance,
        List<Explanation> explanations,
        String note) {

    static final String SUGGESTION = "suggestion";

    public Diagnosis {
        explanations = List.copyOf(explanations);
    }
}
