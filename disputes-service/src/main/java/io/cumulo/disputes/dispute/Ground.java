package io.cumulo.disputes.dispute;

import io.cumulo.kit.value.Key;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Why somebody says to be in the right: an allegation, whatever becomes of it.
 *
 * @param allegedBy company that says so
 * @param text what it says
 */
public record Ground(
        @NotNull @Key String allegedBy,
        @NotBlank @Size(max = 4000) String text) {}
