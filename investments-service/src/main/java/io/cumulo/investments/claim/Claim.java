package io.cumulo.investments.claim;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.LanguageTag;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcType;

/**
 * What somebody printed, in the words that were printed, whether right or wrong.
 *
 * @param companies whom it concerns
 * @param about what it says something about
 * @param asPrinted the words, untouched
 * @param language of the words, BCP 47
 * @param reading the number that a reader takes from the words; null when there is none
 */
@Embeddable
public record Claim(
        @NotEmpty @Size(max = 50) List<@Key String> companies,
        @NotNull @Valid @JdbcType(JsonbType.class) Subject about,
        @NotBlank @Size(max = 4000) String asPrinted,
        @NotNull @LanguageTag String language,
        @Valid @JdbcType(JsonbType.class) Reading reading)
        implements FactBody {

    public Claim {
        companies = companies == null ? List.of() : List.copyOf(companies);
    }

    /** The companies that it names, by JSON Pointer. */
    Map<String, String> named() {
        Map<String, String> named = new TreeMap<>();
        for (int index = 0; index < companies.size(); index++) {
            named.put("/companies/" + index, companies.get(index));
        }
        return named;
    }
}
