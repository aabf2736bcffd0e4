package io.cumulo.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void an_amount_is_held_at_the_minor_units_of_its_currency() {
        assertThat(Money.of("10", "USD").amount()).isEqualTo(new BigDecimal("10.00"));
        assertThat(Money.of("10.00", "JPY").amount()).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void an_amount_finer_than_the_minor_units_is_refused() {
        assertThatThrownBy(() -> Money.of("10.001", "USD")).hasMessageContaining("finer than the 2 minor units of USD");
        assertThatThrownBy(() -> Money.of("1.5", "JPY")).hasMessageContaining("finer than the 0 minor units of JPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e9", "1,000", " 1", "01", ".5", "1.", "+1", "NaN", "1000000000000000000000000"})
    void an_amount_that_is_no_plain_decimal_is_refused(String amount) {
        assertThatThrownBy(() -> Money.of(amount, "EUR")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "XYZ", "", "EURO"})
    void a_currency_outside_iso_4217_is_refused(String currency) {
        assertThatThrownBy(() -> Money.of("1", currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void what_is_printed_is_read_back_exactly(
            @ForAll @Scale(2) @BigRange(min = "-1000000000000000", max = "1000000000000000") BigDecimal amount) {
        assertThat(Money.of(amount.toPlainString(), "CNY").amount()).isEqualByComparingTo(amount);
    }
}
