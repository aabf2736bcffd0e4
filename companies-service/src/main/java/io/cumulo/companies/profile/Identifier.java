package io.cumulo.companies.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a register calls a company.
 *
 * @param scheme the register, such as lei, isin, cik, ticker, wikidata, uei
 * @param value in the register's form
 * @param market for a ticker: the exchange's MIC (ISO 10383)
 */
public record Identifier(
        @NotNull
        @Pattern(
                regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "must be a scheme such as lei, isin, cik, ticker or wikidata")
        @Size(max = 40)
        String scheme,

        @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = "\\S(.*\\S)?", message = "must not begin or end with a space")
        String value,

        @Pattern(regexp = "[A-Z0-9]{4}", message = "must be a market identifier code (ISO 10383) such as XNYS")
        String market) {

    @JsonIgnore
    @AssertTrue(message = "the value isn't valid in its scheme")
    public boolean isValidInItsScheme() {
        return scheme == null || value == null || IdentifierChecks.isValid(scheme, value);
    }

    @JsonIgnore
    @AssertTrue(message = "a ticker needs its market, and only a ticker has one")
    public boolean isTickerWithMarket() {
        return scheme == null || scheme.equals("ticker") == (market != null);
    }
}
