package io.cumulo.investments.rates;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How amounts of a currency are made into amounts of another one, of a day.
 *
 * @param from ISO 4217
 * @param to ISO 4217
 * @param on the day for which it was asked
 * @param rates those it takes: none where no rate is needed
 * @param rule in words
 * @param possible whether there are all rates that it takes
 * @param missing the rates that it would take and that there are not: nothing is converted then
 */
public record Conversion(
        String from,
        String to,
        LocalDate on,
        List<UsedRate> rates,
        String rule,
        boolean possible,
        List<MissingRate> missing) {

    /** Digits that are kept between the two rates of a cross; more than any amount has. */
    private static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_EVEN);

    public Conversion {
        rates = List.copyOf(rates);
        missing = List.copyOf(missing);
    }

    static Conversion of(String from, String to, LocalDate on, List<UsedRate> rates, List<MissingRate> missing) {
        String rule = from.equals(to)
                ? "the same currency"
                : "ECB euro reference rates" + (rates.size() == 2 ? ", through EUR" : "")
                        + ", of the last business day on or before " + on;
        return new Conversion(
                from, to, on, rates, missing.isEmpty() ? rule : "not converted", missing.isEmpty(), missing);
    }

    /** What the money comes to, rounded half up to the currency's minor units; empty when a rate is missing. */
    public Optional<Money> of(Money money) {
        return possible() ? Optional.of(rounded(exact(money.amount()), to)) : Optional.empty();
    }

    /** What an amount comes to before it is rounded. */
    BigDecimal exact(BigDecimal amount) {
        return amount.multiply(rate(to), PRECISION).divide(rate(from), PRECISION);
    }

    /** An amount as money, rounded half up to the currency's minor units. */
    public static Money rounded(BigDecimal exact, String currency) {
        int minorUnits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return new Money(exact.setScale(minorUnits, RoundingMode.HALF_UP), currency);
    }

    @JsonIgnore
    private BigDecimal rate(String currency) {
        return rates.stream()
                .filter(used -> used.currency().equals(currency))
                .map(used -> new BigDecimal(used.rate()))
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    static List<String> needed(String from, String to) {
        return from.equals(to)
                ? List.of()
                : Stream.of(from, to)
                        .filter(currency -> !currency.equals(Exchange.BASE))
                        .toList();
    }
}
