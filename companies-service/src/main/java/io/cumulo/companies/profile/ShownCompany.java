package io.cumulo.companies.profile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.fact.Fact;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A company as it is answered.
 *
 * @param mergedFrom keys of the records that were found to be the same company, and merged into this one
 */
@Schema(name = "Company")
public record ShownCompany(@JsonUnwrapped Fact<Profile> company, List<String> mergedFrom) {}
