package io.cumulo.investments.rates;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Amounts of several currencies in one, at the rates of one day.
 *
 * @param in ISO 4217
 * @param total of what could be converted, rounded once; null when nothing could be
 * @param parts what makes up the total, each with its rates
 * @param unconverted what isn't in the total, each with what is missing
 */
public record ConvertedSum(String in, Money total, List<Part> parts, List<Part> unconverted) {

    /**
     * One currency's share.
     *
     * @param from the amount as it stands
     * @param amount what it comes to; null when it can't be converted
     */
    public record Part(Money from, Money amount, Conversion conversion) {

        private static Part of(Money from, Conversion conversion) {
            return new Part(from, conversion.of(from).orElse(null), conversion);
        }
    }

    public ConvertedSum {
        parts = List.copyOf(parts);
        unconverted = List.copyOf(unconverted);
    }

    /** What is needed of {@link Exchange#conversions}. */
    public static List<Dated> wanted(List<Money> amounts, LocalDate day) {
        return amounts.stream().map(amount -> new Dated(amount.currency(), day)).toList();
    }

    /** @param conversions of each of the currencies on the day */
    public static ConvertedSum of(List<Money> amounts, LocalDate day, String in, Map<Dated, Conversion> conversions) {
        List<Part> parts = amounts.stream()
                .map(amount -> Part.of(amount, conversions.get(new Dated(amount.currency(), day))))
                .toList();
        List<Part> converted =
                parts.stream().filter(part -> part.conversion().possible()).toList();
        BigDecimal exact = converted.stream()
                .map(part -> part.conversion().exact(part.from().amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ConvertedSum(
                in,
                converted.isEmpty() ? null : Conversion.rounded(exact, in),
                converted,
                parts.stream().filter(part -> !part.conversion().possible()).toList());
    }
}
