package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An unbroken time that a dispute was in one phase. The phase of a day is the one at its end.
 *
 * @param from first day
 * @param to first day of the next phase; absent while it lasts
 */
record PhasePeriod(Phase phase, LocalDate from, Optional<LocalDate> to) {

    /**
     * The phases of a docket, each day of it in one, from the day of its first entry on.
     *
     * @param placed its entries in the order in which the fold takes them, each on its day
     */
    static List<PhasePeriod> of(List<DocketEntry> placed) {
        List<PhasePeriod> periods = new ArrayList<>();
        DisputeState state = DisputeState.INITIAL;
        for (int at = 0; at < placed.size(); at++) {
            state = Effects.after(state, placed.get(at));
            LocalDate day = placed.get(at).on();
            boolean dayGoesOn =
                    at + 1 < placed.size() && placed.get(at + 1).on().equals(day);
            if (!dayGoesOn && !isIn(state.phase(), periods)) {
                end(periods, day);
                periods.add(new PhasePeriod(state.phase(), day, Optional.empty()));
            }
        }
        return List.copyOf(periods);
    }

    private static boolean isIn(Phase phase, List<PhasePeriod> periods) {
        return !periods.isEmpty() && periods.get(periods.size() - 1).phase() == phase;
    }

    private static void end(List<PhasePeriod> periods, LocalDate day) {
        if (!periods.isEmpty()) {
            PhasePeriod last = periods.remove(periods.size() - 1);
            periods.add(new PhasePeriod(last.phase(), last.from(), Optional.of(day)));
        }
    }
}
