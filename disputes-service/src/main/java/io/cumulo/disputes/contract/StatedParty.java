package io.cumulo.disputes.contract;

import io.cumulo.kit.value.Key;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An organization as a publisher's file states it, whether or not it is known which company that is.
 *
 * @param id names it within the contract
 * @param name as printed
 * @param identifier as printed
 * @param roles in the contracting process, by the words of OCDS: buyer, supplier, tenderer, procuringEntity, …
 * @param company the company that it is; null while nobody knows
 */
public record StatedParty(
        @NotBlank @Size(max = 300) String id,
        @Size(max = 1000) String name,
        @Valid Identifier identifier,
        @Size(max = 30) List<@NotBlank @Size(max = 60) String> roles,
        @Key String company) {

    /** Of whoever buys. */
    public static final String BUYER = "buyer";

    /** Of whoever is awarded the contract. */
    public static final String SUPPLIER = "supplier";

    public StatedParty {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /**
     * What a register calls it.
     *
     * @param scheme of the register, such as GB-COH (org-id.guide)
     * @param id in it
     * @param legalName in it
     * @param uri of the entry
     */
    public record Identifier(
            @Size(max = 200) String scheme,
            @Size(max = 300) String id,
            @Size(max = 1000) String legalName,
            @Size(max = 2000) String uri) {}
}
