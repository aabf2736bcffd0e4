package io.cumulo.disputes.dispute;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who decides a dispute.
 *
 * @param name as printed
 * @param from first day, as precisely as known; null: from the beginning
 * @param to last day, inclusive; null: to the end
 */
public record Judge(@NotBlank @Size(max = 300) String name, PartialDate from, PartialDate to) {

    @JsonIgnore
    @AssertTrue(message = "to lies before from")
    public boolean isOrdered() {
        return from == null || to == null || !to.last().isBefore(from.first());
    }
}
