package io.cumulo.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class CursorTest {

    @Property
    void a_cursor_comes_back_as_it_went_out(
            @ForAll @AlphaChars String list,
            @ForAll @Size(min = 1, max = 4) List<@AlphaChars @NumericChars String> keys) {
        assertThat(Cursor.decode(list, new Cursor(list, keys).encoded())).contains(new Cursor(list, keys));
    }

    @Property
    void what_is_no_cursor_of_the_list_is_none(@ForAll String anything) {
        assertThat(Cursor.decode("roles", anything)).isEmpty();
        assertThat(Cursor.decode("roles", Cursor.of("events", "a").encoded())).isEmpty();
    }

    @Property
    void a_day_comes_back_and_what_is_none_is_refused(
            @ForAll @IntRange(min = -719162, max = 2932896) int day, @ForAll @StringLength(max = 12) String anything) {
        LocalDate told = LocalDate.ofEpochDay(day);
        assertThat(Cursor.of("rates", told.toString()).day(0)).isEqualTo(told);
        for (String made : new String[] {anything, "0000-12-31", "+10000-01-01", "-0001-01-01", "2021-02-29"}) {
            assertThatThrownBy(() -> Cursor.of("rates", made).day(0)).isInstanceOf(HttpProblem.class);
        }
    }

    @Property
    void a_page_is_cut_where_the_limit_is_and_goes_on_from_its_last_item(@ForAll @Size(max = 30) List<Integer> rows) {
        Page<Integer> page = Page.cut(rows, 10, row -> Cursor.of("rows", String.valueOf(row)));

        assertThat(page.items()).isEqualTo(rows.subList(0, Math.min(10, rows.size())));
        assertThat(page.next().isPresent()).isEqualTo(rows.size() > 10);
        page.next().ifPresent(next -> assertThat(Cursor.decode("rows", next))
                .contains(Cursor.of("rows", String.valueOf(rows.get(9)))));
    }
}
