package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An unbroken time during which the contract was suspended.
 *
 * @param from first day of the suspension, as precise as the entry that ordered it
 * @param to first day after it, as precise as the entry that lifted it; absent while it lasts
 * @param orderedBy ids of the entries whose orders suspended it, in the order in which they took effect
 * @param liftedBy id of the entry that ended the last of them; absent while it lasts
 */
public record Suspension(DocketDate from, Optional<DocketDate> to, List<String> orderedBy, Optional<String> liftedBy) {

    public Suspension {
        orderedBy = List.copyOf(orderedBy);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from.day())
                && to.map(end -> day.isBefore(end.day())).orElse(true);
    }
}
