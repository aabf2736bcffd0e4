package io.cumulo.investments.commitment;

import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What becomes of a commitment's money, as a client writes it.
 *
 * @param amount in the commitment's currency; above zero, but for a revision, where it is the change: above zero the pledge grows, below it shrinks
 * @param on when it happened, as precisely as known
 * @param category one of the commitment's, or null where it isn't known and then never guessed; an allocation needs one, a revision has none
 * @param note in the editor's words, or null
 * @param replaces the reversed transaction that it puts right, or null
 * @param sources who printed it: at least one
 */
public record Movement(
        @NotNull Money amount,
        @NotNull PartialDate on,
        @Key String category,
        @Size(min = 1, max = 4000) String note,
        @Key String replaces,

        @NotEmpty(message = "at least one source is needed: what nobody printed isn't posted") @Size(max = 100)
        List<@Valid Citation> sources) {

    public Movement {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }
}
