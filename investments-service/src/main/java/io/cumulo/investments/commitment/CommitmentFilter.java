package io.cumulo.investments.commitment;

import io.cumulo.kit.fact.FactFilter;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which commitments a list holds. */
public class CommitmentFilter {

    @QueryParam("company")
    @Parameter(description = "Who announced it; several: any of them.", example = "alibaba-group")
    List<String> company;

    @QueryParam("currency")
    @Parameter(description = "Of the amount, ISO 4217.", example = "CNY")
    String currency;

    @QueryParam("category")
    @Parameter(description = "What it is for.", example = "servers")
    String category;

    FactFilter toFilter() {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (!company.isEmpty()) {
            conditions.add("v.body.company in :companies");
            parameters.put("companies", company);
        }
        if (currency != null) {
            conditions.add("sql('? ->> ''currency''', v.body.amount) = :currency");
            parameters.put("currency", currency);
        }
        if (category != null) {
            conditions.add("array_overlaps(v.body.categories, :categories)");
            parameters.put("categories", new String[] {category});
        }
        return new FactFilter(
                "commitments " + company + " " + currency + " " + category,
                String.join(" and ", conditions),
                parameters);
    }
}
