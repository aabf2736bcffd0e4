package io.cumulo.disputes.vocabulary;

import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcType;

/**
 * A term of a list that others keep, such as the European codelist of remedies.
 *
 * @param code by which notices name it
 * @param labels by language, as the list names it (ISO 639-3)
 * @param version of the list that it is from
 */
@Embeddable
public record Term(
        @NotBlank @Size(max = 100) String code,

        @NotEmpty @JdbcType(JsonbType.class)
        Map<@NotBlank @Size(max = 20) String, @NotBlank @Size(max = 2000) String> labels,

        @Size(max = 100) String version)
        implements FactBody {

    public Term {
        labels = labels == null ? Map.of() : new TreeMap<>(labels);
    }
}
