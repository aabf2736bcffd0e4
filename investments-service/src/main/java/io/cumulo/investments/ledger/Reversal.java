package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Citation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Undoes a transaction that was a mistake, on the day on which it took effect.
 *
 * @param reason why, for a reader
 * @param sources on whose word
 */
public record Reversal(
        @NotBlank @Size(max = 2000) String reason,

        @NotEmpty(message = "at least one source is needed") @Size(max = 100)
        List<@Valid Citation> sources) {

    public Reversal {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }
}
