package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became known of the suspensions of a contract.
 *
 * @param what a beginning or an end
 * @param suspension as it is now known
 */
record SuspensionChange(What what, Suspension suspension) {

    /** As the types of events say it. */
    enum What {
        SUSPENDED,
        RESUMED
    }

    /**
     * Each suspension that is new or goes on after all, each that has an end that was not known before, and each that turns out never to have
     * been, as one that ended when it began.
     */
    static List<SuspensionChange> between(List<Suspension> before, List<Suspension> after) {
        List<SuspensionChange> changes = new ArrayList<>();
        before.stream()
                .filter(known ->
                        after.stream().noneMatch(now -> now.covers(known.from().day())))
                .map(known ->
                        new Suspension(known.from(), Optional.of(known.from()), known.orderedBy(), Optional.empty()))
                .forEach(gone -> changes.add(new SuspensionChange(What.RESUMED, gone)));
        for (Suspension now : after) {
            Optional<Suspension> known = before.stream()
                    .filter(suspension ->
                            suspension.from().day().equals(now.from().day()))
                    .findFirst();
            Optional<LocalDate> end = now.to().map(DocketDate::day);
            Optional<LocalDate> knownEnd = known.flatMap(Suspension::to).map(DocketDate::day);
            if (known.isEmpty() || (knownEnd.isPresent() && end.isEmpty())) {
                changes.add(new SuspensionChange(What.SUSPENDED, now));
            }
            if (end.isPresent() && !knownEnd.equals(end)) {
                changes.add(new SuspensionChange(What.RESUMED, now));
            }
        }
        return changes;
    }
}
