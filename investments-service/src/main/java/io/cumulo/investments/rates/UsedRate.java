package io.cumulo.investments.rates;

import java.time.LocalDate;

/**
 * A rate by which an amount was converted.
 *
 * @param currency ISO 4217
 * @param rate units of the currency for one euro, decimal
 * @param on the day on which it was published
 */
public record UsedRate(String currency, String rate, LocalDate on) {}
