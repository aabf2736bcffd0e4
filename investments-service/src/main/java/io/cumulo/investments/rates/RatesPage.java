package io.cumulo.investments.rates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page of rates: those that apply on a day, of the last business day on or before it, or a series of them.
 *
 * @param on the day that was asked for; null: a series was
 * @param items by currency; of a series by day
 * @param next cursor of the next page; empty on the last one
 * @param missing the currencies that were asked for, or once had rates, and have none that applies, each with the reason; null: a series was asked for
 */
public record RatesPage(
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate on,
        List<Rate> items,
        Optional<String> next,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<MissingRate> missing) {

    public RatesPage {
        items = List.copyOf(items);
        missing = missing == null ? null : List.copyOf(missing);
    }
}
