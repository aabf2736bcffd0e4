package io.cumulo.companies.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.companies.profile.ShownCompany;

/** A company as it is answered, with why it was found. */
public record FoundCompany(@JsonUnwrapped ShownCompany company, Match match) {}
