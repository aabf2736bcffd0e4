package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * The end of a contract before its term.
 *
 * @param on when, as precisely as known
 * @param by company that ended it
 * @param reason why, in the words of the source
 */
@Embeddable
public record Termination(
        @NotNull @Column(name = "terminated_on") PartialDate on,
        @NotNull @Key @Column(name = "terminated_by") String by,
        @Size(max = 2000) String reason)
        implements FactBody {

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(on);
    }
}
