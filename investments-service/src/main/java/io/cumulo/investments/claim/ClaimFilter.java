package io.cumulo.investments.claim;

import io.cumulo.kit.fact.FactFilter;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which claims a list holds. */
public class ClaimFilter {

    @QueryParam("company")
    @Parameter(description = "Whom it concerns; several: any of them.", example = "alibaba-group")
    List<String> company;

    /** @param companies every key of those that are asked for */
    FactFilter toFilter(Collection<String> companies) {
        return company.isEmpty()
                ? FactFilter.all()
                : new FactFilter(
                        "claims " + company,
                        "array_overlaps(v.body.companies, :companies)",
                        Map.of("companies", companies.toArray(String[]::new)));
    }
}
