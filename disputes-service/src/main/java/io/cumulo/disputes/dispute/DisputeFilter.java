package io.cumulo.disputes.dispute;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactFilter;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which disputes a list holds. */
public class DisputeFilter {

    private static final String JOINED = """
            exists (select 1 from EntryVersion e
                    where e.subject = v.subject and e.body.party.company in :companies and e.validFrom <= :asOf""";

    @QueryParam("company")
    @Parameter(
            description = "One of the parties, those that joined included, or the forum; several: any of them.",
            example = "amazon-web-services")
    List<String> company;

    @QueryParam("contract")
    @Parameter(description = "The contract it is about.", example = "jedi")
    String contract;

    /** @param companies every key of those that are asked for */
    FactFilter toFilter(Collection<String> companies, Moment moment) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (!company.isEmpty()) {
            String known = moment.knownAt().isPresent() ? " and e.recordedFrom <= :knownAt)" : ")";
            conditions.add(
                    "(v.body.forum in :companies or array_overlaps(v.companies, :parties) or " + JOINED + known + ")");
            parameters.put("companies", companies);
            parameters.put("parties", companies.toArray(String[]::new));
        }
        if (contract != null) {
            conditions.add("v.body.contract = :contract");
            parameters.put("contract", contract);
        }
        return new FactFilter("disputes " + company + " " + contract, String.join(" and ", conditions), parameters);
    }
}
