package io.cumulo.companies.relationship;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.Decimals;
import io.cumulo.kit.value.Key;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * What one company is to another.
 *
 * @param type read from the subject: the subject is unit-of {@code to}
 * @param to the other company
 * @param percentage share held, 0 to 100, where known
 */
@Embeddable
public record Relationship(
        @NotNull @Enumerated(EnumType.STRING) Type type,
        @NotNull @Key @Column(name = "target") String to,

        @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 3)
        BigDecimal percentage)
        implements FactBody {

    public Relationship {
        percentage = Decimals.plain(percentage);
    }

    @JsonIgnore
    boolean isHierarchical() {
        return type == Type.PARENT_OF || type == Type.UNIT_OF;
    }

    /** The kinds of relationship. */
    public enum Type {
        @JsonProperty("ultimate-parent-of")
        ULTIMATE_PARENT_OF,
        @JsonProperty("parent-of")
        PARENT_OF,
        @JsonProperty("unit-of")
        UNIT_OF,
        @JsonProperty("brand-of")
        BRAND_OF,
        @JsonProperty("competes-with")
        COMPETES_WITH,
        @JsonProperty("succeeded-by")
        SUCCEEDED_BY,
        @JsonProperty("customer-of")
        CUSTOMER_OF
    }
}
