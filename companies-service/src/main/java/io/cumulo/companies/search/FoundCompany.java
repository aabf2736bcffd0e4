package io.cumulo.companies.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.companies.profile.ShownCompany;

/** A company as it is answered, with why it was found. */
public record FoundCompany(
        @JsonUnwrapped ShownCompany company,
        @JsonInclude(JsonInclude.Include.NON_NULL) Match match) {}
