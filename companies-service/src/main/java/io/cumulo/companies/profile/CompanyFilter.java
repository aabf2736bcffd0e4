package io.cumulo.companies.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which companies a list holds. */
public class CompanyFilter {

    @QueryParam("kind")
    @Parameter(description = "What sort of organization.", example = "research-firm")
    String kind;

    @QueryParam("country")
    @Parameter(description = "ISO 3166-1 alpha-2.", example = "CN")
    String country;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an unknown kind */
    FactFilter toFilter() {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder condition = new StringBuilder("1 = 1");
        if (kind != null) {
            condition.append(" and v.body.kind = :kind");
            parameters.put("kind", parse(kind));
        }
        if (country != null) {
            condition.append(" and v.body.country = :country");
            parameters.put("country", country);
        }
        return new FactFilter("companies " + kind + " " + country, condition.toString(), parameters);
    }

    private static CompanyKind parse(String name) {
        return Arrays.stream(CompanyKind.values())
                .filter(kind -> wireName(kind).filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.INVALID_PARAMETER.because(
                        "The filter can't be used",
                        List.of(Fault.parameter(
                                "kind",
                                "must be one of "
                                        + Arrays.stream(CompanyKind.values())
                                                .map(kind -> wireName(kind).orElseThrow())
                                                .collect(Collectors.joining(", "))))));
    }

    private static Optional<String> wireName(CompanyKind kind) {
        try {
            return Optional.of(CompanyKind.class
                    .getField(kind.name())
                    .getAnnotation(JsonProperty.class)
                    .value());
        } catch (NoSuchFieldException everyConstantIsAField) {
            throw new IllegalStateException(everyConstantIsAField);
        }
    }
}
