package io.cumulo.companies.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of organization a company is. */
public enum CompanyKind {
    @JsonProperty("company")
    COMPANY,
    @JsonProperty("business-unit")
    BUSINESS_UNIT,
    @JsonProperty("brand")
    BRAND,
    @JsonProperty("public-body")
    PUBLIC_BODY,
    @JsonProperty("research-firm")
    RESEARCH_FIRM,
    @JsonProperty("publisher")
    PUBLISHER,
    @JsonProperty("court")
    COURT
}
