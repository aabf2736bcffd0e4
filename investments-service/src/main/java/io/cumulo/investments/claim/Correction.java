package io.cumulo.investments.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.hibernate.annotations.JdbcType;

/**
 * What is right where a claim is wrong or imprecise.
 *
 * @param value the right money, when it is about money
 * @param text what is right, in words
 * @param explanation why they differ; null: not known
 * @param certainty how sure we are
 * @param on when it was published, as precisely as known
 */
@Embeddable
public record Correction(
        @Column(name = "corrected_value") @JdbcType(JsonbType.class)
        Money value,

        @NotBlank @Size(max = 4000) String text,
        @Size(max = 4000) String explanation,
        @NotNull @Enumerated(EnumType.STRING) Certainty certainty,
        @Column(name = "published_on") PartialDate on)
        implements FactBody {

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(on);
    }

    /** How sure we are of a correction. */
    public enum Certainty {
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("partly-confirmed")
        PARTLY_CONFIRMED,
        @JsonProperty("unconfirmed")
        UNCONFIRMED
    }
}
