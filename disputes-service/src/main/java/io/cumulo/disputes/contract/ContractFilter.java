package io.cumulo.disputes.contract;

import io.cumulo.disputes.docket.ContractSuspensions;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.neighbour.SameCompanies;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Money;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which contracts a list holds. */
public class ContractFilter {

    private static final int LONGEST_QUESTION = 200;
    private static final int MOST_KEYS = 50;

    @QueryParam("id")
    @Parameter(description = "One of these keys, " + MOST_KEYS + " at most.", example = "jedi")
    List<String> id;

    @QueryParam("company")
    @Parameter(description = "Buyer or one of the suppliers; several: any of them.", example = "microsoft")
    List<String> company;

    @QueryParam("buyer")
    @Parameter(description = "The company that buys.", example = "us-department-of-defense")
    String buyer;

    @QueryParam("supplier")
    @Parameter(description = "One of the suppliers.", example = "microsoft")
    String supplier;

    @QueryParam("stage")
    @Parameter(description = "How far it has come: planning, tender, award, contract or implementation.")
    String stage;

    @QueryParam("suspended")
    @Parameter(
            description = "Whether it is suspended on the day asked about.",
            schema = @Schema(implementation = Boolean.class))
    String suspended;

    @QueryParam("minValue")
    @Parameter(description = "The least that its ceiling may be; needs a currency.", example = "1000000.00")
    String minValue;

    @QueryParam("maxValue")
    @Parameter(description = "The most that its ceiling may be; needs a currency.", example = "10000000000.00")
    String maxValue;

    @QueryParam("currency")
    @Parameter(description = "The currency that its ceiling is stated in (ISO 4217).", example = "USD")
    String currency;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of its title, its numbers or its description, in English, Spanish or as written; \"quotes\" for a phrase, - for"
                            + " without, or between alternatives. Filters; the order is that of the keys.")
    String q;

    /** The companies that are asked for, on whichever side. */
    Collection<String> companies() {
        return Stream.concat(company.stream(), Stream.of(buyer, supplier).filter(Objects::nonNull))
                .toList();
    }

    /**
     * The filter.
     *
     * @param keys every key of those that are asked for
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no stage, no amount, neither true nor false, or too much
     */
    FactFilter toFilter(SameCompanies keys, Moment moment) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (!id.isEmpty()) {
            conditions.add("v.subject in :ids");
            parameters.put("ids", ids());
        }
        if (!company.isEmpty()) {
            Collection<String> companies = keys.of(company);
            conditions.add("(v.body.buyer in :companies or array_overlaps(v.body.suppliers, :parties))");
            parameters.put("companies", companies);
            parameters.put("parties", companies.toArray(String[]::new));
        }
        if (buyer != null) {
            conditions.add("v.body.buyer in :buyers");
            parameters.put("buyers", keys.of(buyer));
        }
        if (supplier != null) {
            conditions.add("array_overlaps(v.body.suppliers, :suppliers)");
            parameters.put("suppliers", keys.of(supplier).toArray(String[]::new));
        }
        if (stage != null) {
            conditions.add("v.body.stage = :stage");
            parameters.put("stage", stage());
        }
        if (suspended != null) {
            conditions.add((isSuspended() ? "" : "not ") + ContractSuspensions.suspends("v.factId", moment));
        }
        if (q != null) {
            parameters.put("q", words());
        }
        addCeiling(conditions, parameters);
        String name = "contracts " + id + " " + company + " " + buyer + " " + supplier + " " + stage + " " + suspended
                + " " + minValue + " " + maxValue + " " + currency + " " + q;
        return new FactFilter(name, String.join(" and ", conditions), search(), parameters);
    }

    private Optional<FactFilter.Search> search() {
        return q == null
                ? Optional.empty()
                : Optional.of(new FactFilter.Search(
                        "cast(sql('? = any (contracts_with_words(?))', v.versionId, :q) as Boolean) = true",
                        "function('contract_has_words', v.versionId, :q) = true"));
    }

    /** Amounts in different currencies can't be compared without a rate, and no rate is the contract's own: only ceilings in the one asked for count. */
    private void addCeiling(List<String> conditions, Map<String, Object> parameters) {
        if (currency != null) {
            conditions.add("v.ceilingCurrency = :currency");
            parameters.put("currency", money("currency", "0").currency());
        }
        if (minValue != null) {
            conditions.add("v.ceilingAmount >= :minValue");
            parameters.put("minValue", money("minValue", minValue).amount());
        }
        if (maxValue != null) {
            conditions.add("v.ceilingAmount <= :maxValue");
            parameters.put("maxValue", money("maxValue", maxValue).amount());
        }
    }

    private Money money(String parameter, String amount) {
        if (currency == null) {
            throw refusal("currency", "is needed beside minValue and maxValue, such as USD");
        }
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException wrong) {
            throw refusal(parameter, wrong.getMessage());
        }
    }

    private List<String> ids() {
        if (id.size() > MOST_KEYS) {
            throw refusal("id", "must be given " + MOST_KEYS + " times at most");
        }
        return id;
    }

    private String words() {
        if (q.isBlank() || q.length() > LONGEST_QUESTION || q.chars().anyMatch(Character::isISOControl)) {
            throw refusal("q", "must be 1 to " + LONGEST_QUESTION + " characters, none of them a control character");
        }
        return q;
    }

    private Stage stage() {
        try {
            return Stage.of(stage);
        } catch (IllegalArgumentException unknown) {
            throw refusal("stage", unknown.getMessage());
        }
    }

    private boolean isSuspended() {
        if (!suspended.equals("true") && !suspended.equals("false")) {
            throw refusal("suspended", "must be true or false");
        }
        return suspended.equals("true");
    }

    private static RuntimeException refusal(String parameter, String detail) {
        return Problem.INVALID_PARAMETER.because(
                "The filter can't be used", List.of(Fault.parameter(parameter, detail)));
    }
}
