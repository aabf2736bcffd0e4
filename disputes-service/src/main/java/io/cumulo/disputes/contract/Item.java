package io.cumulo.disputes.contract;

import io.cumulo.kit.value.Decimals;
import io.cumulo.kit.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * Something that is bought.
 *
 * @param id names it within the contract
 * @param description as the buyer words it
 * @param classification in a list of goods and services
 * @param quantity how many units; a JSON number
 * @param unit of what
 * @param lot id of the lot that it belongs to
 */
public record Item(
        @NotBlank @Size(max = 200) String id,
        @Size(max = 4000) String description,
        @Valid Classification classification,
        @Digits(integer = 12, fraction = 3) @DecimalMin("0") BigDecimal quantity,
        @Valid Unit unit,
        @Size(max = 200) String lot) {

    /** One number has many spellings; it is kept in one of them, so that the same item is equal to itself. */
    public Item {
        quantity = Decimals.plain(quantity);
    }

    /**
     * A place in a list of goods and services.
     *
     * @param scheme of the list, such as CPV or UNSPSC
     * @param id code in it
     * @param description as the list words it
     */
    public record Classification(
            @NotBlank @Size(max = 100) String scheme,
            @NotBlank @Size(max = 200) String id,
            @Size(max = 1000) String description) {}

    /**
     * A unit of measure.
     *
     * @param scheme of the list that the code is from, such as UNCEFACT
     * @param id code in it
     * @param name in words
     * @param value price of one
     */
    public record Unit(
            @Size(max = 100) String scheme,
            @Size(max = 100) String id,
            @Size(max = 200) String name,
            Money value) {}
}
