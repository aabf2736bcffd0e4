package io.cumulo.investments.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.value.Key;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a claim says something about.
 *
 * @param type of the resource
 * @param id its key
 * @param field the member of it that was printed
 */
public record Subject(
        @NotNull Type type,
        @NotNull @Key String id,

        @Size(max = 100)
        @Pattern(regexp = "[a-z][A-Za-z0-9.]*", message = "must be the name of a member, such as amount")
        String field) {

    /** The resources that claims are about. */
    public enum Type {
        @JsonProperty("company")
        COMPANY,
        @JsonProperty("role")
        ROLE,
        @JsonProperty("statement")
        STATEMENT,
        @JsonProperty("relationship")
        RELATIONSHIP,
        @JsonProperty("market-position")
        MARKET_POSITION,
        @JsonProperty("event")
        EVENT,
        @JsonProperty("commitment")
        COMMITMENT,
        @JsonProperty("contract")
        CONTRACT,
        @JsonProperty("dispute")
        DISPUTE,
        @JsonProperty("security")
        SECURITY
    }
}
