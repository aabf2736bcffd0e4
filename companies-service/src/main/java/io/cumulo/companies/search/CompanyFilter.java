package io.cumulo.companies.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    @QueryParam("q")
    @Parameter(description = "Any name or identifier, as somebody writes it; best first.", example = "Alibabba cloud")
    String q;

    @QueryParam("identifier")
    @Parameter(
            description = "What a register calls it, as scheme:value; a ticker also as ticker:MIC/value.",
            example = "lei:INR2EJN1ERAN0W5ZP974")
    String identifier;

    private static final String NOT_MERGED_AWAY =
            "not exists (select 1 from MergerVersion m where m.subject = v.subject and m.standing <> :retracted and ";

    private static final String KNOWN_NOW = "m.recordedTo is null)";
    private static final String KNOWN_THEN =
            "m.recordedFrom <= :knownAt and (m.recordedTo is null or m.recordedTo > :knownAt))";

    /** Whether the list is what was found, best first, and not all there is. */
    boolean isSearch() {
        return q != null || identifier != null;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what can't be searched */
    SearchRequest toRequest(Moment moment) {
        return new SearchRequest(
                q == null ? "" : SearchText.checked("q", q),
                kind == null ? Set.of() : Set.of(parse(kind)),
                Optional.ofNullable(country),
                identifier == null ? List.of() : List.of(identifier(identifier)),
                moment,
                SearchRequest.MAX_LIMIT);
    }

    private static IdentifierQuery identifier(String text) {
        return IdentifierQuery.parse(SearchText.checked("identifier", text))
                .orElseThrow(() -> Problem.INVALID_PARAMETER.because(
                        "The filter can't be used",
                        List.of(Fault.parameter(
                                "identifier", "must be as scheme:value, such as lei:INR2EJN1ERAN0W5ZP974"))));
    }

    /** Names the list with its filters, for its cursors. */
    String name() {
        return "companies " + kind + " " + country + " " + q + " " + identifier;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an unknown kind */
    FactFilter toFilter(Moment moment) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder condition =
                new StringBuilder(NOT_MERGED_AWAY).append(moment.knownAt().isPresent() ? KNOWN_THEN : KNOWN_NOW);
        if (kind != null) {
            condition.append(" and v.body.kind = :kind");
            parameters.put("kind", parse(kind));
        }
        if (country != null) {
            condition.append(" and v.body.country = :country");
            parameters.put("country", country);
        }
        return new FactFilter(name(), condition.toString(), parameters);
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
