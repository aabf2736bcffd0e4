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

    /** What remains of this interval where the other one isn't: nothing, a piece before it, a piece after it, or both. */
    List<Validity> minus(Validity other) {
        List<Validity> remainders = new ArrayList<>();
        if (other.from != null && (from == null || from.isBefore(other.from))) {
            remainders.add(new Validity(from, other.from, statedFrom, null));
        }
        if (other.to != null && (to == null || other.to.isBefore(to))) {
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
