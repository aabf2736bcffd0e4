package io.cumulo.disputes.dispute;

import io.cumulo.disputes.contract.StatedParty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The court or review body before which a dispute is brought, as a file states it: as an organization reference of OCDS, whether or not it is known which
 * company that is.
 *
 * @param name as printed
 * @param identifier what a register calls it; null when the file has none
 */
public record StatedForum(
        @NotBlank @Size(max = 1000) String name, @Valid StatedParty.Identifier identifier) {}
