package io.cumulo.investments.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What has become of a commitment on a day; derived, never set by hand. The first that applies. */
public enum State {
    /** The record of it was taken back. */
    @JsonProperty("retracted")
    RETRACTED,
    /** Another commitment has taken its place. */
    @JsonProperty("superseded")
    SUPERSEDED,
    /** Its amount wasn't told, so it has no position. */
    @JsonProperty("undisclosed")
    UNDISCLOSED,
    /** Nothing is outstanding, and what was pledged was spent, at least in part: whether before or after its period ended. */
    @JsonProperty("fulfilled")
    FULFILLED,
    /** Nothing is outstanding, and nothing was spent. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** Its period is over, and money is outstanding as far as anybody reported. */
    @JsonProperty("overdue")
    OVERDUE,
    /** Money is outstanding. */
    @JsonProperty("open")
    OPEN;

    static State of(Fact<Commitment> fact, Optional<Position> position, List<String> supersededBy, LocalDate day) {
        if (fact.standing() == Standing.RETRACTED) {
            return RETRACTED;
        }
        if (!supersededBy.isEmpty()) {
            return SUPERSEDED;
        }
        if (position.isEmpty()) {
            return UNDISCLOSED;
        }
        if (position.get().outstanding().amount().signum() == 0) {
            return position.get().spent().amount().signum() > 0 ? FULFILLED : CANCELLED;
        }
        Period period = fact.body().period();
        return period != null && period.to().last().isBefore(day) ? OVERDUE : OPEN;
    }
}
