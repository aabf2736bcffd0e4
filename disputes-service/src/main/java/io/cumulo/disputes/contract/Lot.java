package io.cumulo.disputes.contract;

import io.cumulo.kit.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A part of a contract that is awarded by itself.
 *
 * @param id names it within the contract
 * @param title as the buyer calls it
 * @param value what it is estimated at; null when not published
 */
public record Lot(
        @NotBlank @Size(max = 200) String id,
        @Size(max = 500) String title,
        Money value) {}
