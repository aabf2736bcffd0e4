package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.hibernate.annotations.JdbcType;

/**
 * A formal change of a tender, an award or a contract. A contract may have any number of them; what it came to stands in the contract's own versions.
 *
 * @param number what the buyer's files call it
 * @param of what was changed; null: the contract itself
 * @param on the day of the change, as precisely as known
 * @param description what was changed
 * @param rationale why, in the words of the source
 * @param value which amounts changed; null when none did, or it isn't published
 * @param term how the term changed; null when it didn't, or it isn't published
 */
@Embeddable
public record Amendment(
        @Size(max = 300) String number,

        @Column(name = "amended") @Enumerated(EnumType.STRING)
        Stage of,

        @NotNull @Column(name = "amended_on") PartialDate on,
        @Size(max = 4000) String description,
        @Size(max = 4000) String rationale,

        @Column(name = "value_change") @JdbcType(JsonbType.class) @Valid
        ValueChange value,

        @Column(name = "term_change") @JdbcType(JsonbType.class) @Valid
        TermChange term)
        implements FactBody {

    /**
     * The amounts before and after, those that changed.
     *
     * @param from null when not published
     * @param to after the change
     */
    public record ValueChange(
            @Valid ContractValue from, @NotNull @Valid ContractValue to) {}

    /**
     * The term before and after.
     *
     * @param from null when not published
     * @param to after the change
     */
    public record TermChange(
            @Valid Term from, @NotNull @Valid Term to) {}

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(on);
    }
}
