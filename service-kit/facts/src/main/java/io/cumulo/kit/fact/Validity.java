package io.cumulo.kit.fact;

import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An interval of valid time: from the first day on which a fact held to the day after the last; a null bound is open. Beside the days it keeps
 * the bounds as stated, with their precision.
 */
record Validity(LocalDate from, LocalDate to, PartialDate statedFrom, PartialDate statedTo) {

    /** Nobody can state a day before it, nor ask for one. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    /** Nobody can state it, nor ask for it or for a day after it. */
    private static final LocalDate AFTER_LAST_DAY = LocalDate.of(10_000, 1, 1);

    static Validity of(PartialDate statedFrom, PartialDate statedTo) {
        return new Validity(
                statedFrom == null ? null : statedFrom.first(),
                statedTo == null ? null : statedTo.last().plusDays(1),
                statedFrom,
                statedTo);
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    boolean overlaps(Validity other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Validity other) {
        return from == null || other.to == null || from.isBefore(other.to);
    }

    /** Whether it holds on any day. */
    boolean isOrdered() {
        return from == null || to == null || from.isBefore(to);
    }

    /**
     * What remains of this interval where the other one isn't: nothing, a piece before it, a piece after it, or both. What reaches to an end of the calendar
     * leaves nothing beyond it.
     */
    List<Validity> minus(Validity other) {
        List<Validity> remainders = new ArrayList<>();
        if (other.from != null && other.from.isAfter(FIRST_DAY) && (from == null || from.isBefore(other.from))) {
            remainders.add(new Validity(from, other.from, statedFrom, null));
        }
        if (other.to != null && other.to.isBefore(AFTER_LAST_DAY) && (to == null || other.to.isBefore(to))) {
            remainders.add(new Validity(other.to, to, null, statedTo));
        }
        return remainders;
    }

    /** Whether a reader sees the same: a bound that was cut is shown as one that was stated. */
    boolean isShownAs(Validity other) {
        return Objects.equals(shownFrom(), other.shownFrom()) && Objects.equals(shownTo(), other.shownTo());
    }

    PartialDate shownFrom() {
        return statedFrom != null || from == null ? statedFrom : PartialDate.of(from);
    }

    PartialDate shownTo() {
        return statedTo != null || to == null ? statedTo : PartialDate.of(to.minusDays(1));
    }
}
