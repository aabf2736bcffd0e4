package io.cumulo.companies.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.value.LanguageTag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A name beside the legal one.
 *
 * @param name in its own script
 * @param language BCP 47
 * @param script ISO 15924, such as Hans or Latn
 * @param type how it came about
 */
public record CompanyName(
        @NotBlank @Size(max = 500) String name,
        @LanguageTag String language,

        @Pattern(regexp = "[A-Z][a-z]{3}", message = "must be an ISO 15924 code such as Hans")
        String script,

        @NotNull Type type) {

    /** How a name came about. */
    public enum Type {
        @JsonProperty("native")
        NATIVE,
        @JsonProperty("trading")
        TRADING,
        @JsonProperty("short")
        SHORT,
        @JsonProperty("former")
        FORMER,
        @JsonProperty("transliterated")
        TRANSLITERATED,
        @JsonProperty("translated")
        TRANSLATED
    }
}
