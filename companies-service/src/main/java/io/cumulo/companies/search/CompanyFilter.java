package io.cumulo.companies.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        check();
        return new SearchRequest(
                q == null ? "" : q,
                kind == null ? Set.of() : Set.of(named(kind).orElseThrow()),
                Optional.ofNullable(country),
                identifier == null
                        ? List.of()
                        : List.of(IdentifierQuery.parse(identifier).orElseThrow()),
                moment,
                SearchRequest.MAX_LIMIT);
    }

    /** Names the list with its filters, for its cursors; a search in few letters, however long its text. */
    String name() {
        return isSearch()
                ? "search " + Integer.toHexString(Objects.hash(q, identifier, kind, country))
                : "companies " + kind + " " + country;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what can't be a filter */
    FactFilter toFilter(Moment moment) {
        check();
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder condition =
                new StringBuilder(NOT_MERGED_AWAY).append(moment.knownAt().isPresent() ? KNOWN_THEN : KNOWN_NOW);
        if (kind != null) {
            condition.append(" and v.body.kind = :kind");
            parameters.put("kind", named(kind).orElseThrow());
        }
        if (country != null) {
            condition.append(" and v.body.country = :country");
            parameters.put("country", country);
        }
        return new FactFilter(name(), condition.toString(), parameters);
    }

    /** Everything that is wrong at once. */
    private void check() {
        List<Fault> faults = new ArrayList<>();
        if (q != null) {
            SearchText.fault(q).ifPresent(detail -> faults.add(Fault.parameter("q", detail)));
        }
        if (identifier != null) {
            SearchText.fault(identifier)
                    .or(() -> IdentifierQuery.parse(identifier).isEmpty()
                            ? Optional.of("must be as scheme:value, such as lei:INR2EJN1ERAN0W5ZP974")
                            : Optional.empty())
                    .ifPresent(detail -> faults.add(Fault.parameter("identifier", detail)));
        }
        if (q != null && identifier != null) {
            faults.add(Fault.parameter("identifier", "can't be given beside q, which takes an identifier too"));
        }
        if (kind != null && named(kind).isEmpty()) {
            faults.add(Fault.parameter(
                    "kind",
                    "must be one of "
                            + Arrays.stream(CompanyKind.values())
                                    .map(CompanyFilter::wireName)
                                    .collect(Collectors.joining(", "))));
        }
        if (country != null && !country.matches("[A-Z]{2}")) {
            faults.add(Fault.parameter("country", "must be an ISO 3166-1 alpha-2 code such as CN"));
        }
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The filter can't be used", faults);
        }
    }

    private static Optional<CompanyKind> named(String name) {
        return Arrays.stream(CompanyKind.values())
                .filter(kind -> wireName(kind).equals(name))
                .findFirst();
    }

    private static String wireName(CompanyKind kind) {
        try {
            return CompanyKind.class
                    .getField(kind.name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException everyConstantIsAField) {
            throw new IllegalStateException(everyConstantIsAField);
        }
    }
}
