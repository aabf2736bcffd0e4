package io.cumulo.investments.analysis;

import io.cumulo.investments.rates.Conversion;
import io.cumulo.investments.rates.UsedRate;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A group's sums in another currency. Each commitment is converted at the rates of the day on which it was announced; the sums are rounded once.
 *
 * @param in ISO 4217
 * @param pledged of what could be converted; null: nothing could be
 * @param spent of what could be converted; null: nothing could be
 * @param outstanding of what could be converted; null: nothing could be
 * @param rates every rate that took part
 * @param rule in words
 * @param unconverted what isn't in the sums for want of a rate, by currency
 */
public record ConvertedGroup(
        String in,
        Money pledged,
        Money spent,
        Money outstanding,
        List<UsedRate> rates,
        String rule,
        List<Unconverted> unconverted) {

    private static final String RULE =
            "ECB euro reference rates, through EUR, of the last business day on or before the day on which each commitment was announced";
    private static final String NO_RATE =
            "no reference rate is recorded for the day of the announcement or the week before";

    /** What could not be converted. */
    public record Unconverted(
            String currency, int commitments, Money pledged, Money spent, Money outstanding, String reason) {}

    /** A line of {@link Unconverted} as the database tells it. */
    record Stored(String currency, int commitments, BigDecimal pledged, BigDecimal spent, BigDecimal outstanding) {

        Unconverted unconverted() {
            return new Unconverted(
                    currency,
                    commitments,
                    new Money(pledged, currency),
                    new Money(spent, currency),
                    new Money(outstanding, currency),
                    NO_RATE);
        }
    }

    static ConvertedGroup of(
            String in,
            BigDecimal pledged,
            BigDecimal spent,
            BigDecimal outstanding,
            List<UsedRate> rates,
            List<Stored> unconverted) {
        return new ConvertedGroup(
                in,
                money(pledged, in),
                money(spent, in),
                money(outstanding, in),
                rates,
                RULE,
                unconverted.stream().map(Stored::unconverted).toList());
    }

    private static Money money(BigDecimal exact, String currency) {
        return exact == null ? null : Conversion.rounded(exact, currency);
    }
}
