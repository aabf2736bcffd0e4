package io.cumulo.investments.rates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * That there is no rate, and why; what has no rate isn't converted, and never 1:1.
 *
 * @param first day with a rate of the currency, or null
 * @param last day with a rate of the currency, or null
 * @param detail for a person
 */
public record MissingRate(String currency, Reason reason, LocalDate first, LocalDate last, String detail) {

    /** Why there is none. */
    public enum Reason {
        /** None was ever recorded. */
        @JsonProperty("unknown-currency")
        UNKNOWN_CURRENCY,
        /** The first one is of a later day. */
        @JsonProperty("before-the-first")
        BEFORE_THE_FIRST,
        /** The last one is of a day too long before: the currency, or its quotation, ended. */
        @JsonProperty("ended")
        ENDED,
        /** There are earlier and later ones. */
        @JsonProperty("gap")
        GAP
    }

    /** @param first and {@code last} null when there is no rate of the currency at all */
    static MissingRate of(String currency, LocalDate on, LocalDate first, LocalDate last) {
        if (first == null) {
            return new MissingRate(
                    currency, Reason.UNKNOWN_CURRENCY, null, null, "no reference rate of " + currency + " is recorded");
        }
        if (on.isBefore(first)) {
            return new MissingRate(
                    currency,
                    Reason.BEFORE_THE_FIRST,
                    first,
                    last,
                    "the first recorded rate of " + currency + " is of " + first + ", after " + on);
        }
        return last.isBefore(on)
                ? new MissingRate(
                        currency,
                        Reason.ENDED,
                        first,
                        last,
                        "the last recorded rate of " + currency + " is of " + last + ", too long before " + on)
                : new MissingRate(
                        currency,
                        Reason.GAP,
                        first,
                        last,
                        "no rate of " + currency + " is recorded for " + on + " or the week before");
    }
}
