package io.cumulo.kit.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate ORIGIN = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 40;

    @Provide
    Arbitrary<Validity> intervals() {
        Arbitrary<Integer> day = Arbitraries.integers().between(0, DAYS).injectNull(0.2);
        return Combinators.combine(day, day)
                .filter((from, to) -> from == null || to == null || from < to)
                .as((from, to) -> new Validity(day(from), day(to), null, null));
    }

    private static LocalDate day(Integer offset) {
        return offset == null ? null : ORIGIN.plusDays(offset);
    }

    /** Every day of the space, and some beyond it at both ends. */
    private static Stream<LocalDate> days() {
        return Stream.iterate(ORIGIN.minusDays(3), day -> day.plusDays(1)).limit(DAYS + 6);
    }

    @Property
    void an_interval_without_another_holds_on_the_days_of_the_first_that_the_second_leaves(
            @ForAll("intervals") Validity first, @ForAll("intervals") Validity second) {
        List<Validity> remainders = first.overlaps(second) ? first.minus(second) : List.of(first);

        assertThat(days()).allSatisfy(day -> assertThat(
                        remainders.stream().filter(piece -> piece.holdsOn(day)).count())
                .as(day + " in " + first + " without " + second)
                .isEqualTo(first.holdsOn(day) && !second.holdsOn(day) ? 1 : 0));
    }

    @Property
    void two_intervals_overlap_when_they_share_a_day(
            @ForAll("intervals") Validity first, @ForAll("intervals") Validity second) {
        assertThat(first.overlaps(second)).isEqualTo(days().anyMatch(day -> first.holdsOn(day) && second.holdsOn(day)));
        assertThat(second.overlaps(first)).isEqualTo(first.overlaps(second));
    }

    @Provide
    Arbitrary<Validity> statedIntervals() {
        Arbitrary<PartialDate> bound = Arbitraries.of(
                        "0001",
                        "0001-01",
                        "0001-01-01",
                        "0001-01-02",
                        "0001-12-31",
                        "0002",
                        "2020",
                        "2020-04-20",
                        "9998",
                        "9998-12-31",
                        "9999",
                        "9999-12",
                        "9999-12-30",
                        "9999-12-31")
                .map(PartialDate::new)
                .injectNull(0.2);
        return Combinators.combine(bound, bound)
                .filter((from, to) -> from == null || to == null || !to.last().isBefore(from.first()))
                .as(Validity::of);
    }

    @Property
    void what_is_left_at_the_ends_of_the_calendar_can_be_shown(
            @ForAll("statedIntervals") Validity first, @ForAll("statedIntervals") Validity second) {
        List<Validity> remainders = first.overlaps(second) ? first.minus(second) : List.of(first);

        assertThat(remainders).allSatisfy(piece -> {
            PartialDate from = piece.shownFrom();
            PartialDate to = piece.shownTo();
            assertThat(from == null || to == null || !to.last().isBefore(from.first()))
                    .as(piece.toString())
                    .isTrue();
            assertThat(Validity.of(from, to))
                    .usingRecursiveComparison()
                    .comparingOnlyFields("from", "to")
                    .isEqualTo(piece);
        });
        assertThat(Stream.of("0001-01-01", "0001-01-02", "2020-04-20", "9999-12-30", "9999-12-31")
                        .map(LocalDate::parse))
                .allSatisfy(day -> assertThat(remainders.stream().anyMatch(piece -> piece.holdsOn(day)))
                        .isEqualTo(first.holdsOn(day) && !second.holdsOn(day)));
    }

    @Test
    void bounds_are_shown_as_they_were_stated_and_cut_ones_as_days() {
        Validity stated = Validity.of(new PartialDate("2019"), new PartialDate("2021-06"));
        assertThat(stated.from()).isEqualTo("2019-01-01");
        assertThat(stated.to()).isEqualTo("2021-07-01");
        assertThat(stated.shownTo().text()).isEqualTo("2021-06");

        List<Validity> pieces = stated.minus(Validity.of(new PartialDate("2020"), new PartialDate("2020")));
        assertThat(pieces).extracting(piece -> piece.shownFrom().text()).containsExactly("2019", "2021-01-01");
        assertThat(pieces).extracting(piece -> piece.shownTo().text()).containsExactly("2019-12-31", "2021-06");
    }
}
