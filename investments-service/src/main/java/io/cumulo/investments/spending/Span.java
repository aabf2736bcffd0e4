package io.cumulo.investments.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long a reported period is. Figures of different spans are never put together: three quarters aren't a year. */
public enum Span {
    /** A financial year, of 52 or 53 weeks too. */
    @JsonProperty("year")
    YEAR(350, 380),
    /** The first three quarters together. */
    @JsonProperty("nine-months")
    NINE_MONTHS(259, 287),
    /** Six months, or the first two quarters together. */
    @JsonProperty("half-year")
    HALF_YEAR(168, 196),
    /** Three months. */
    @JsonProperty("quarter")
    QUARTER(80, 105),
    /** Anything else, such as a short year after a merger. */
    @JsonProperty("other")
    OTHER(1, Integer.MAX_VALUE);

    private final int fewestDays;
    private final int mostDays;

    Span(int fewestDays, int mostDays) {
        this.fewestDays = fewestDays;
        this.mostDays = mostDays;
    }

    /** Of a period, both days included. */
    static Span of(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return Arrays.stream(values())
                .filter(span -> span.fewestDays <= days && days <= span.mostDays)
                .findFirst()
                .orElse(OTHER);
    }

    static Optional<Span> named(String text) {
        return Arrays.stream(values()).filter(span -> span.text().equals(text)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
