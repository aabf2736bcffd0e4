package io.cumulo.investments.rates;

import io.cumulo.kit.value.Citation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one euro was worth.
 *
 * @param currency ISO 4217
 * @param on the day on which it was published
 * @param rate units of the currency for one euro, decimal
 * @param base always EUR
 */
public record Rate(
        String currency,
        LocalDate on,
        String rate,
        String base,
        LocalDate validFrom,
        LocalDate validTo,
        Instant recordedAt,
        String standing,
        List<Citation> sources) {}
