package io.cumulo.investments.diagnosis;

import io.cumulo.investments.rates.Conversion;
import io.cumulo.investments.rates.UsedRate;
import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A currency on a day, with the only scale at which the printed number can be the right money in it.
 *
 * @param day null: nothing is converted
 * @param from units of the right money's currency for one euro
 * @param to units of this currency for one euro
 * @param computed the right money in this currency, exact
 * @param error of the scaled number, as a share of the computed one
 */
record Candidate(
        String currency,
        LocalDate day,
        BigDecimal from,
        BigDecimal to,
        BigDecimal computed,
        Scale scale,
        BigDecimal error) {

    private static final MathContext PRECISION = new MathContext(40);
    private static final BigDecimal LOST_IN_DIVISION = new BigDecimal("1E-15");

    static Candidate of(Question question, String currency, LocalDate day, BigDecimal from, BigDecimal to) {
        BigDecimal computed = question.value().amount().multiply(to, PRECISION).divide(from, PRECISION);
        double ratio =
                computed.divide(question.printed(), MathContext.DECIMAL64).doubleValue();
        Scale scale = new Scale((int) Math.round(Math.log10(ratio)));
        BigDecimal scaled = question.printed().scaleByPowerOfTen(scale.exponent());
        return new Candidate(
                currency,
                day,
                from,
                to,
                computed,
                scale,
                scaled.subtract(computed).divide(computed, PRECISION));
    }

    /** Whether the right money lies no further from the printed number than this share of that number. */
    boolean isWithin(BigDecimal tolerance) {
        BigDecimal ofPrinted = tolerance.multiply(BigDecimal.ONE.add(error).abs());
        return error.abs().compareTo(ofPrinted.add(LOST_IN_DIVISION)) <= 0;
    }

    /** What doesn't depend on the day. */
    String kind() {
        return currency + scale.exponent();
    }

    Explanation explained(Question question, int days) {
        Money money = Conversion.rounded(computed, currency);
        String value = plain(question.value().amount()) + " " + question.value().currency();
        String scaled = plain(question.printed().multiply(scale.factor()));
        String printed = plain(question.printed());
        String off = error.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
        List<UsedRate> used = day == null
                ? List.of()
                : Stream.of(
                                new UsedRate(question.value().currency(), plain(from), day),
                                new UsedRate(currency, plain(to), day))
                        .filter(rate -> !rate.currency().equals("EUR"))
                        .toList();
        String conversion =
                day == null ? "" : value + inEuro(question) + " = " + plain(money.amount()) + " " + currency + "; ";
        return new Explanation(
                scale.factor(),
                currency,
                day,
                day == null
                        ? null
                        : plain(from.divide(to, MathContext.DECIMAL32).stripTrailingZeros()),
                used,
                money,
                printed,
                error.setScale(6, RoundingMode.HALF_UP).toPlainString(),
                day == null ? 0 : days,
                conversion + printed + " × " + plain(scale.factor()) + " = " + scaled + "; off by " + off,
                sentence(question, value, money, printed));
    }

    private String inEuro(Question question) {
        String divided = question.value().currency().equals("EUR") ? "" : " ÷ " + plain(from);
        return divided + (currency.equals("EUR") ? "" : " × " + plain(to));
    }

    private String sentence(Question question, String value, Money money, String printed) {
        String is = day == null
                ? "The right money is " + value
                : value + " were " + plain(money.amount()) + " " + currency + " at the ECB rate of " + day;
        String currencies = question.currency()
                .map(stated -> stated.equals(currency)
                        ? "in the currency that was printed"
                        : "and " + stated + " was printed for " + currency)
                .orElse("and the currency was dropped");
        return is + "; " + printed + " was printed: " + scale.name() + ", " + currencies + ".";
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
