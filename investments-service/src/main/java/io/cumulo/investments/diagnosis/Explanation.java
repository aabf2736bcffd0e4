package io.cumulo.investments.diagnosis;

import io.cumulo.investments.rates.UsedRate;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A way in which the printed number comes from the right money. A suggestion: that the arithmetic fits doesn't prove that it happened so.
 *
 * @param scale what the printed number has to be multiplied by
 * @param currency in which the printed number is then right, ISO 4217
 * @param rateDate day of the reference rates that fit; null: nothing was converted
 * @param rate units of the right money's currency for one of this currency, decimal; null: nothing was converted
 * @param rates the reference rates that it takes: units for one euro
 * @param computed the right money in this currency
 * @param printed the number as printed
 * @param error by how much the scaled number differs from the computed one, as a share of it
 * @param days on how many days around the print the rates fit as well
 * @param arithmetic to be done again by anybody
 * @param sentence for a reader
 */
public record Explanation(
        BigDecimal scale,
        String currency,
        LocalDate rateDate,
        String rate,
        List<UsedRate> rates,
        Money computed,
        String printed,
        String error,
        int days,
        String arithmetic,
        String sentence) {

    public Explanation {
        rates = List.copyOf(rates);
    }
}
