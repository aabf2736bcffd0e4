package io.cumulo.investments.claim;

import io.cumulo.investments.words.AskedWords;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which claims a list holds. */
public class ClaimFilter {

    @QueryParam("company")
    @Parameter(description = "Whom it concerns; several: any of them.", example = "alibaba-group")
    List<String> company;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words that were printed, in English, Spanish or as written; \"quotes\" for a phrase, - for without.",
            example = "26 millones")
    String q;

    /**
     * The filter.
     *
     * @param companies every key of those that are asked for
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for words that can't be asked for
     */
    FactFilter toFilter(Collection<String> companies) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (!company.isEmpty()) {
            conditions.add("array_overlaps(v.body.companies, :companies)");
            parameters.put("companies", companies.toArray(String[]::new));
        }
        if (q != null) {
            AskedWords.fault(q).ifPresent(detail -> {
                throw Problem.INVALID_PARAMETER.because(
                        "The claims can't be listed so", List.of(Fault.parameter("q", detail)));
            });
            conditions.add("function('words_match', function('searchable', v.body.asPrinted), :q) = true");
            parameters.put("q", q);
        }
        return new FactFilter("claims " + company + " " + q, String.join(" and ", conditions), parameters);
    }
}
