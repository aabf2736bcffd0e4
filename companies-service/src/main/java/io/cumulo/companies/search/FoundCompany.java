package io.cumulo.companies.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.companies.profile.Profile;
import io.cumulo.kit.fact.Fact;

/** A company as it is answered, with why it was found. */
public record FoundCompany(@JsonUnwrapped Fact<Profile> company, Match match) {}
