package io.cumulo.investments.rates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rates that apply on a day: of the last business day on or before it.
 *
 * @param on the day that was asked for
 * @param items by currency
 * @param next cursor of the next page; empty on the last one
 * @param missing the currencies that were asked for, or once had rates, and have none that applies, each with the reason
 */
public record RatesOfDay(LocalDate on, List<?> items, Optional<String> next, List<MissingRate> missing) {

    public RatesOfDay {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
    }
}
