package io.cumulo.companies.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Something that happened to a company.
 *
 * @param on when, as precisely as known
 * @param title in a few words
 * @param description the rest
 * @param certainty how sure we are that it happened so
 */
@Embeddable
public record CompanyEvent(
        @NotNull @Column(name = "happened_on") PartialDate on,
        @NotBlank @Size(max = 500) String title,
        @Size(max = 4000) String description,
        @NotNull @Enumerated(EnumType.STRING) Certainty certainty)
        implements FactBody {

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(on);
    }

    /** How sure we are. */
    public enum Certainty {
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("probable")
        PROBABLE,
        @JsonProperty("unconfirmed")
        UNCONFIRMED,
        @JsonProperty("disputed")
        DISPUTED
    }
}
