package io.cumulo.investments.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final LocalDate DAY = LocalDate.of(2020, 4, 20);
    private static final Map<LocalDate, Map<String, BigDecimal>> RATES = Map.of(
            DAY.minusDays(3),
            rates("1.086", "7.6821", "0.86978"),
            DAY,
            rates("1.086", "7.6819", "0.87343"),
            DAY.plusDays(1),
            rates("1.0837", "7.6888", "0.8812"));

    private static Map<String, BigDecimal> rates(String dollar, String yuan, String pound) {
        return Map.of("USD", new BigDecimal(dollar), "CNY", new BigDecimal(yuan), "GBP", new BigDecimal(pound));
    }

    private static List<Explanation> found(String printed, String currency, String value, String of) {
        return new Search(
                        new Question(
                                new BigDecimal(printed),
                                Optional.ofNullable(currency),
                                Money.of(value, of),
                                Optional.of("es"),
                                List.of(new Question.Days(DAY, DAY))),
                        RATES)
                .explanations();
    }

    @Test
    void the_26_million_of_the_article_are_200_bn_yuan_in_euros_of_the_day_with_the_scale_off_by_1000() {
        Explanation best = found("26000000", null, "200000000000.00", "CNY").get(0);
        assertThat(best.scale()).isEqualByComparingTo("1000");
        assertThat(best.currency()).isEqualTo("EUR");
        assertThat(best.rateDate()).isEqualTo(DAY);
        assertThat(best.rate()).isEqualTo("7.6819");
        assertThat(best.computed()).isEqualTo(Money.of("26035225660.32", "EUR"));
        assertThat(best.error()).isEqualTo("-0.001353");
        assertThat(best.days()).isEqualTo(3);
        assertThat(best.arithmetic())
                .isEqualTo(
                        "200000000000.00 CNY ÷ 7.6819 = 26035225660.32 EUR; 26000000 × 1000 = 26000000000; off by -0.14 %");
        assertThat(best.sentence())
                .contains("mil millones")
                .contains("2020-04-20")
                .contains("the currency was dropped");
    }

    @Test
    void a_number_that_is_right_is_said_to_be_right() {
        Explanation best =
                found("200000000000", "CNY", "200000000000.00", "CNY").get(0);
        assertThat(best.scale()).isEqualByComparingTo("1");
        assertThat(best.rateDate()).isNull();
        assertThat(best.error()).isEqualTo("0.000000");
    }

    @Test
    void a_currency_that_was_printed_for_another_one_is_found() {
        Explanation best = found("28.27", "EUR", "26035000000.00", "EUR").stream()
                .filter(explanation -> explanation.currency().equals("USD"))
                .findFirst()
                .orElseThrow();
        assertThat(best.scale()).isEqualByComparingTo("1000000000");
        assertThat(best.sentence()).contains("EUR was printed for USD");
    }

    @Test
    void what_nothing_explains_has_no_explanation() {
        assertThat(found("5", null, "300.00", "EUR")).isEmpty();
        assertThat(found("0", null, "300.00", "EUR")).isEmpty();
        assertThat(found("-300", null, "300.00", "EUR")).isEmpty();
        assertThat(found("300", null, "0.00", "EUR")).isEmpty();
        assertThat(found("3", null, "30000000000000.00", "EUR")).isEmpty();
    }

    @Test
    void a_number_is_as_exact_as_its_last_figure() {
        assertThat(Search.tolerance(new BigDecimal("26000000")))
                .isEqualByComparingTo(new BigDecimal("0.01923076923076923"));
        assertThat(Search.tolerance(new BigDecimal("26.035"))).isEqualByComparingTo("0.0005");
        assertThat(Search.tolerance(new BigDecimal("9"))).isEqualByComparingTo("0.025");
    }

    @Test
    void a_number_that_was_rounded_by_just_half_a_unit_is_found() {
        assertThat(found("143000", null, "1094670.75", "CNY"))
                .anySatisfy(explanation -> assertThat(explanation.currency()).isEqualTo("EUR"));
    }

    /** Whatever is printed by these mistakes is explained by them. */
    @Property(tries = 100)
    void every_mistake_of_scale_and_currency_is_found(
            @ForAll @BigRange(min = "1000000", max = "999999999999") BigDecimal value,
            @ForAll @IntRange(min = -2, max = 2) int thousands) {
        Money right = new Money(value.setScale(2, java.math.RoundingMode.DOWN), "CNY");
        BigDecimal printed = right.amount()
                .divide(new BigDecimal("7.6819"), new java.math.MathContext(3))
                .scaleByPowerOfTen(-3 * thousands);
        assertThat(found(printed.toPlainString(), null, right.amount().toPlainString(), "CNY"))
                .anySatisfy(explanation -> {
                    assertThat(explanation.currency()).isEqualTo("EUR");
                    assertThat(explanation.scale()).isEqualByComparingTo(new Scale(3 * thousands).factor());
                });
    }
}
