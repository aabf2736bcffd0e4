package io.cumulo.companies.relationship;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.fact.FactBody;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why a company names no parent: GLEIF's Level 2 reporting exceptions. That no parent is reported says something, and not that there is none.
 *
 * @param level of the parent that isn't named
 * @param reason code of GLEIF's list, in kebab-case: non-consolidating, natural-persons, no-lei …
 * @param reference where the reason is laid down
 */
@Embeddable
public record ReportingException(
        @NotNull @Enumerated(EnumType.STRING) Level level,

        @NotNull
        @Size(max = 80)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be a code such as non-consolidating")
        String reason,

        @Size(max = 500) String reference)
        implements FactBody {

    /** Whose parent: the next one, or the last. */
    public enum Level {
        @JsonProperty("direct")
        DIRECT,
        @JsonProperty("ultimate")
        ULTIMATE
    }
}
