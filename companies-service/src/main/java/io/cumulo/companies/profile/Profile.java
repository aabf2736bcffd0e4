package io.cumulo.companies.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.PartialDate;
import io.cumulo.kit.value.WebAddress;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcType;

/**
 * Who a company is.
 *
 * @param kind what sort of organization
 * @param legalName as registered
 * @param names every other name, with language and script
 * @param country of registration, ISO 3166-1 alpha-2
 * @param identifiers what registers call it
 * @param sector in the words of the source
 * @param foundedOn as precisely as known
 * @param website absolute address
 */
@Embeddable
@Schema(name = "Company")
public record Profile(
        @NotNull @Enumerated(EnumType.STRING) CompanyKind kind,
        @NotBlank @Size(max = 500) String legalName,
        @JdbcType(JsonbType.class) @Size(max = 200) List<@Valid CompanyName> names,
        String country,
        @JdbcType(JsonbType.class) @Size(max = 200) List<@Valid Identifier> identifiers,
        @Size(max = 300) String sector,
        PartialDate foundedOn,
        @WebAddress String website)
        implements FactBody {

    public Profile {
        names = names == null ? List.of() : List.copyOf(names);
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }

    @JsonIgnore
    @About("country")
    @AssertTrue(message = "country must be an ISO 3166-1 alpha-2 code such as CN")
    public boolean isInKnownCountry() {
        return country == null
                || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country);
    }
}
