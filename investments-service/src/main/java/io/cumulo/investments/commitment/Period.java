package io.cumulo.investments.commitment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * Over which time money is to be spent.
 *
 * @param from first day, as precisely as known
 * @param to last day, inclusive, as precisely as known
 */
public record Period(@NotNull PartialDate from, @NotNull PartialDate to) {

    @JsonIgnore
    @AssertTrue(message = "to lies before from")
    public boolean isOrdered() {
        return from == null || to == null || !to.last().isBefore(from.first());
    }
}
