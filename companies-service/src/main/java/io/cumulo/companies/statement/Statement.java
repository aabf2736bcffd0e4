package io.cumulo.companies.statement;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.value.LanguageTag;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Words spoken or written for a company.
 *
 * @param speaker as the source names them
 * @param medium to whom or through what: a publication, a press release
 * @param on when it was said
 * @param words as printed
 * @param language of the words, BCP 47
 */
@Embeddable
public record Statement(
        @NotBlank @Size(max = 300) String speaker,
        @Size(max = 300) String medium,
        @NotNull @Column(name = "said_on") PartialDate on,
        @NotBlank @Size(max = 4000) String words,
        @NotNull @LanguageTag String language)
        implements FactBody {

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(on);
    }
}
