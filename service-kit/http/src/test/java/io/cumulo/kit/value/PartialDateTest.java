package io.cumulo.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2020,       2020-01-01, 2020-12-31",
        "2020-02,    2020-02-01, 2020-02-29",
        "2020-04-20, 2020-04-20, 2020-04-20"
    })
    void a_date_spans_all_the_days_it_can_mean(String text, LocalDate first, LocalDate last) {
        PartialDate date = new PartialDate(text);

        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "0000", "2020-13", "2020-02-30", "2020-4-2", "2020-04-20T00:00:00Z", "20200420"})
    void what_is_no_date_of_the_calendar_is_refused(String text) {
        assertThatThrownBy(() -> new PartialDate(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_precision_is_kept() {
        assertThat(new PartialDate("2020-04").text()).isEqualTo("2020-04");
    }
}
