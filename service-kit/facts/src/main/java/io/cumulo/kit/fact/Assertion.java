package io.cumulo.kit.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What every fact states beside its body.
 *
 * @param validFrom first day on which it held, as precisely as known; null: since ever, or the body's own date
 * @param validTo last day on which it held, inclusive, as precisely as known; null: it still holds
 * @param standing asserted (default) or contested; the others come about by correction and retraction
 * @param preferred whether it is the one to show first among contested ones; default false
 * @param sources who printed it: at least one
 */
public record Assertion(
        PartialDate validFrom,
        PartialDate validTo,
        Standing standing,
        Boolean preferred,

        @NotEmpty(message = "at least one source is needed: a fact without one isn't recorded") @Size(max = 100)
        List<@Valid Citation> sources) {

    public Assertion {
        standing = standing == null ? Standing.ASSERTED : standing;
        preferred = preferred != null && preferred;
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    @JsonIgnore
    @About("standing")
    @AssertTrue(
            message =
                    "standing is asserted or contested; a fact is corrected by a new version and retracted by a retraction")
    public boolean isOpenStanding() {
        return standing == Standing.ASSERTED || standing == Standing.CONTESTED;
    }
}
