package io.cumulo.disputes.docket;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An unbroken time during which the contract was suspended.
 *
 * @param from first day of the suspension
 * @param to first day after it; absent while it lasts
 * @param orderedBy ids of the entries whose orders suspended it, in the order in which they took effect
 * @param liftedBy id of the entry that ended the last of them; absent while it lasts
 */
public record Suspension(LocalDate from, Optional<LocalDate> to, List<String> orderedBy, Optional<String> liftedBy) {

    public Suspension {
        orderedBy = List.copyOf(orderedBy);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
    }
}
