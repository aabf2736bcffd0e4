package io.cumulo.investments.rates;

import java.time.LocalDate;

/**
 * A currency on a day.
 *
 * @param currency ISO 4217
 */
public record Dated(String currency, LocalDate day) {}
