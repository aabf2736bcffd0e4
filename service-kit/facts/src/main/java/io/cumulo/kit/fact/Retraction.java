package io.cumulo.kit.fact;

import io.cumulo.kit.value.Citation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Takes a fact back: it stays readable, marked as retracted.
 *
 * @param reason why, for a reader
 * @param sources on whose word
 */
public record Retraction(
        @NotBlank @Size(max = 2000) String reason,

        @NotEmpty(message = "at least one source is needed") @Size(max = 100)
        List<@Valid Citation> sources) {

    public Retraction {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }
}
