package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcType;

/**
 * A public contract, from its planning on: what OCDS calls a contracting process.
 *
 * @param title as the buyer calls it
 * @param description what is bought
 * @param buyer company that buys; null only where a party is stated to be the buyer and nobody knows which company that is
 * @param references its numbers
 * @param procurementMethod how the supplier is chosen
 * @param stage how far it has come
 * @param awardedOn when it was awarded, as precisely as known
 * @param suppliers companies it was awarded to
 * @param value what it is worth
 * @param term how long it runs
 * @param options what the buyer may choose to order later on
 * @param items what is bought, piece by piece
 * @param lots the parts in which it is awarded
 * @param parties who takes part, as the publisher's files state them
 * @param succeeds the contract that it takes the place of
 */
@Embeddable
@NamesBuyer
public record Contract(
        @NotBlank @Size(max = 500) String title,
        @Size(max = 4000) String description,
        @Key String buyer,

        @Column(name = "reference_numbers") @JdbcType(JsonbType.class) @Size(max = 100)
        List<@Valid Reference> references,

        @Enumerated(EnumType.STRING) ProcurementMethod procurementMethod,
        @NotNull @Enumerated(EnumType.STRING) Stage stage,
        PartialDate awardedOn,
        @Size(max = 500) List<@Key String> suppliers,

        @Column(name = "agreed_value") @JdbcType(JsonbType.class) @Valid
        ContractValue value,

        @Column(name = "agreed_term") @JdbcType(JsonbType.class) @Valid
        Term term,

        @JdbcType(JsonbType.class) @Size(max = 100) List<@Valid ContractOption> options,
        @JdbcType(JsonbType.class) @Size(max = 2000) List<@Valid Item> items,
        @JdbcType(JsonbType.class) @Size(max = 500) List<@Valid Lot> lots,
        @JdbcType(JsonbType.class) @Size(max = 1000) List<@Valid StatedParty> parties,
        @Key String succeeds)
        implements FactBody {

    public Contract {
        references = listed(references);
        suppliers = listed(suppliers);
        value = value == null ? ContractValue.UNPUBLISHED : value;
        options = listed(options);
        items = listed(items);
        lots = listed(lots);
        parties = listed(parties);
    }

    private static <T> List<T> listed(List<T> stated) {
        return stated == null ? List.of() : List.copyOf(stated);
    }

    /** The companies that it names, by JSON Pointer. */
    Map<String, String> companies() {
        Map<String, String> named = new TreeMap<>();
        if (buyer != null) {
            named.put("/buyer", buyer);
        }
        for (int index = 0; index < suppliers.size(); index++) {
            named.put("/suppliers/" + index, suppliers.get(index));
        }
        for (int index = 0; index < parties.size(); index++) {
            if (parties.get(index).company() != null) {
                named.put("/parties/" + index + "/company", parties.get(index).company());
            }
        }
        return named;
    }
}
