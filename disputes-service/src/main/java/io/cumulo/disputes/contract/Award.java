package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcType;

/**
 * A decision to give the contract, or a part of it, to somebody.
 *
 * @param number what the buyer's files call it
 * @param title as printed
 * @param description as printed
 * @param status how it stands; null when not published
 * @param on the day of the decision, as precisely as known
 * @param suppliers companies that it goes to
 * @param parties ids of the parties, as the contract states them, that it goes to
 * @param value what is awarded; null when not published
 * @param lots ids of the contract's lots that it is about
 */
@Embeddable
public record Award(
        @Size(max = 300) String number,
        @Size(max = 2000) String title,
        @Size(max = 4000) String description,
        @Enumerated(EnumType.STRING) AwardStatus status,
        @Column(name = "awarded_on") PartialDate on,
        @Size(max = 500) List<@Key String> suppliers,
        @Size(max = 500) List<@NotBlank @Size(max = 300) String> parties,

        @Column(name = "awarded_value") @JdbcType(JsonbType.class)
        Money value,

        @Size(max = 500) List<@NotBlank @Size(max = 200) String> lots)
        implements FactBody {

    public Award {
        suppliers = suppliers == null ? List.of() : List.copyOf(suppliers);
        parties = parties == null ? List.of() : List.copyOf(parties);
        lots = lots == null ? List.of() : List.copyOf(lots);
    }

    @JsonIgnore
    @About("value")
    @AssertTrue(message = "the value may not be below zero")
    public boolean isNotNegative() {
        return value == null || value.amount().signum() >= 0;
    }

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(on);
    }

    /** The companies that it names, by JSON Pointer. */
    Map<String, String> companies() {
        Map<String, String> named = new TreeMap<>();
        for (int index = 0; index < suppliers.size(); index++) {
            named.put("/suppliers/" + index, suppliers.get(index));
        }
        return named;
    }
}
