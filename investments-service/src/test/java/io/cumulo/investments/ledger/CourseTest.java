package io.cumulo.investments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    @Property
    void as_much_is_drawn_as_leaves_no_day_below_zero(
            @ForAll @Size(max = 12) List<@IntRange(min = -3, max = 9) Integer> moves,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 11) Integer> days,
            @ForAll @IntRange(min = 1, max = 9) int amount) {
        TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>();
        for (int number = 0; number < moves.size(); number++) {
            if (moves.get(number) != 0) {
                changes.put(day(number), BigDecimal.valueOf(moves.get(number)));
            }
        }
        Course course = new Course(changes);
        for (int number : days.stream().sorted().toList()) {
            TreeMap<LocalDate, BigDecimal> then = new TreeMap<>(changes);
            then.merge(day(number), BigDecimal.valueOf(-amount), BigDecimal::add);
            boolean isThere = isNeverBelowZero(then, day(number));

            assertThat(course.draw(day(number), BigDecimal.valueOf(amount))).isEqualTo(isThere);

            if (isThere) {
                changes.putAll(then);
            }
        }
    }

    private static boolean isNeverBelowZero(TreeMap<LocalDate, BigDecimal> changes, LocalDate since) {
        BigDecimal balance = BigDecimal.ZERO;
        boolean isNever = true;
        for (Map.Entry<LocalDate, BigDecimal> change : changes.entrySet()) {
            balance = balance.add(change.getValue());
            isNever &= change.getKey().isBefore(since) || balance.signum() >= 0;
        }
        return isNever;
    }

    @Test
    void nothing_is_drawn_before_what_was_drawn_already() {
        Course course = new Course(Map.of(day(0), BigDecimal.TEN));
        assertThat(course.draw(day(5), BigDecimal.ONE)).isTrue();
        assertThatThrownBy(() -> course.draw(day(4), BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
