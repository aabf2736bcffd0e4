package io.cumulo.investments.diagnosis;

import io.cumulo.investments.rates.Exchange;
import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Finds how printed numbers and the right money came apart. */
@ApplicationScoped
public class Diagnoses {

    /** How long before and after a print or an announcement a rate may have been looked up. */
    private static final int DAYS_AROUND = 10;

    /** A year and what is around it: a print whose day is less exact than that says nothing of rates. */
    private static final int MOST_DAYS = 400;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Exchange exchange;

    Diagnoses(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The answer to a question, by the rates that were known at a settled moment; in the current session. */
    public Uni<Diagnosis> of(Question question, Moment moment) {
        LocalDate from = question.around().stream()
                .map(Question.Days::from)
                .min(LocalDate::compareTo)
                .orElse(moment.asOf())
                .minusDays(DAYS_AROUND);
        LocalDate last = question.around().stream()
                .map(Question.Days::to)
                .max(LocalDate::compareTo)
                .orElse(moment.asOf())
                .plusDays(DAYS_AROUND);
        LocalDate to = last.isAfter(from.plusDays(MOST_DAYS)) ? from.plusDays(MOST_DAYS) : last;
        return exchange.days(from, to, moment).map(rates -> diagnosis(question, rates, told(from), told(to)));
    }

    /** Days of four digits, as all that the API tells. */
    private static LocalDate told(LocalDate day) {
        return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    }

    private static Diagnosis diagnosis(
            Question question, Map<LocalDate, Map<String, BigDecimal>> rates, LocalDate from, LocalDate to) {
        List<Explanation> explanations = new Search(question, rates).explanations();
        return new Diagnosis(
                Diagnosis.SUGGESTION,
                question.printed().toPlainString(),
                question.currency().orElse(null),
                question.value(),
                from,
                to,
                Search.tolerance(question.printed())
                        .setScale(6, RoundingMode.HALF_UP)
                        .toPlainString(),
                explanations,
                note(explanations, rates.isEmpty(), from, to));
    }

    private static String note(List<Explanation> explanations, boolean noRates, LocalDate from, LocalDate to) {
        String rates = noRates ? "No reference rates are recorded from " + from + " to " + to + ". " : "";
        return rates
                + (explanations.isEmpty()
                        ? "No scale, currency and date explain the printed number."
                        : "Found by arithmetic alone: a suggestion, not a finding.");
    }
}
