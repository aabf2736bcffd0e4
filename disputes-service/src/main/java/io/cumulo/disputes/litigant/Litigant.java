package io.cumulo.disputes.litigant;

import io.cumulo.disputes.contract.StatedParty;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcType;

/**
 * Who takes part in a dispute as a file states it, while nobody knows which company it is: a name proves nothing. Once it is known, the company is a party
 * of the dispute itself.
 *
 * @param name as printed
 * @param role in the file's own words: Plaintiff, Intervenor Defendant, author
 * @param identifier as printed; null when the file has none
 * @param from first day, as precisely as known; null: from the beginning
 * @param alleges grounds, in the words of the file
 * @param seeks remedies, in the words of the file
 */
@Embeddable
public record Litigant(
        @NotBlank @Size(max = 1000) String name,
        @NotBlank @Size(max = 200) String role,
        @JdbcType(JsonbType.class) @Valid StatedParty.Identifier identifier,
        @Column(name = "since") PartialDate from,
        @Size(max = 200) List<@NotBlank @Size(max = 4000) String> alleges,
        @Size(max = 200) List<@NotBlank @Size(max = 4000) String> seeks)
        implements FactBody {

    public Litigant {
        alleges = alleges == null ? List.of() : List.copyOf(alleges);
        seeks = seeks == null ? List.of() : List.copyOf(seeks);
    }

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(from);
    }
}
