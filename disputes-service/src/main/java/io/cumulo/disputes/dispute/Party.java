package io.cumulo.disputes.dispute;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.disputes.docket.Intervenor;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;

/**
 * Who takes part in a dispute.
 *
 * @param company its key
 * @param role on which side
 * @param from first day, as precisely as known; null: from the beginning
 * @param to last day, inclusive; null: it still does
 */
public record Party(@NotNull @Key String company, @NotNull Role role, PartialDate from, PartialDate to) {

    /** On which side. */
    public enum Role {
        @JsonProperty("claimant")
        CLAIMANT,
        @JsonProperty("respondent")
        RESPONDENT,
        @JsonProperty("intervenor")
        INTERVENOR;

        /** As it stands in the API. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonIgnore
    @AssertTrue(message = "to lies before from")
    public boolean isOrdered() {
        return from == null || to == null || !to.last().isBefore(from.first());
    }

    static Party joined(Intervenor intervenor) {
        return new Party(intervenor.company(), Role.INTERVENOR, PartialDate.of(intervenor.from()), null);
    }
}
