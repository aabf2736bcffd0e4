package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Something that the buyer may choose to order later on: another period, another quantity.
 *
 * @param id names it within the contract
 * @param description what may be ordered
 * @param years by how much it lengthens the term; null when it doesn't, or isn't published
 * @param value what it would cost; null when not published
 * @param exercisedOn when the buyer chose to; null: it hasn't, as far as known
 */
public record ContractOption(
        @NotBlank @Size(max = 200) String id,
        @Size(max = 4000) String description,
        @Positive @Max(200) Integer years,
        Money value,
        PartialDate exercisedOn) {

    @JsonIgnore
    @About("value")
    @AssertTrue(message = "the value may not be below zero")
    public boolean isNotNegative() {
        return value == null || value.amount().signum() >= 0;
    }
}
