package io.cumulo.investments.commitment;

import io.cumulo.investments.words.AskedWords;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.PartialDate;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which commitments a list holds. */
public class CommitmentFilter {

    @QueryParam("company")
    @Parameter(description = "Who announced it; several: any of them.", example = "alibaba-group")
    List<String> company;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of its title or purpose, in English, Spanish or as written; \"quotes\" for a phrase, - for without.",
            example = "cloud infrastructure")
    String q;

    @QueryParam("currency")
    @Parameter(description = "Of the amount, ISO 4217.", example = "CNY")
    String currency;

    @QueryParam("category")
    @Parameter(description = "What it is for.", example = "servers")
    String category;

    @QueryParam("period")
    @Parameter(description = "A day, month or year in which money was to be spent.", example = "2021")
    String period;

    @QueryParam("standing")
    @Parameter(description = "asserted, or contested.", example = "contested")
    String standing;

    private record Rule(String condition, Map<String, Object> parameters) {}

    /** @param companies every key of those that are asked for */
    FactFilter toFilter(Collection<String> companies) {
        List<Fault> faults = new ArrayList<>();
        List<Rule> rules = new ArrayList<>(List.of(new Rule("1 = 1", Map.of())));
        if (!company.isEmpty()) {
            rules.add(new Rule("v.body.company in :companies", Map.of("companies", companies)));
        }
        if (q != null) {
            AskedWords.fault(q).ifPresent(detail -> faults.add(Fault.parameter("q", detail)));
            rules.add(new Rule(
                    "function('words_match', function('commitment_words', v.body.title, v.body.purpose), :q) = true",
                    Map.of("q", q)));
        }
        if (currency != null) {
            rules.add(new Rule("sql('? ->> ''currency''', v.body.amount) = :currency", Map.of("currency", currency)));
        }
        if (category != null) {
            rules.add(new Rule(
                    "array_overlaps(v.body.categories, :categories)", Map.of("categories", new String[] {category})));
        }
        if (period != null) {
            addPeriod(rules, faults);
        }
        if (standing != null) {
            addStanding(rules, faults);
        }
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The commitments can't be listed so", faults);
        }
        Map<String, Object> parameters = new HashMap<>();
        rules.forEach(rule -> parameters.putAll(rule.parameters()));
        return new FactFilter(
                String.join(" ", "commitments", company.toString(), q, currency, category, period, standing),
                String.join(" and ", rules.stream().map(Rule::condition).toList()),
                parameters);
    }

    private void addPeriod(List<Rule> rules, List<Fault> faults) {
        try {
            PartialDate asked = new PartialDate(period);
            rules.add(new Rule(
                    "cast(sql('(commitment_period(?) && daterange(?, ?, ''[]''))', v.body.period, :periodFrom, :periodTo) as Boolean) = true",
                    Map.of("periodFrom", asked.first(), "periodTo", asked.last())));
        } catch (IllegalArgumentException malformed) {
            faults.add(Fault.parameter("period", malformed.getMessage()));
        }
    }

    private void addStanding(List<Rule> rules, List<Fault> faults) {
        switch (standing) {
            case "asserted" -> rules.add(new Rule("v.standing = :standing", Map.of("standing", Standing.ASSERTED)));
            case "contested" -> rules.add(new Rule("v.standing = :standing", Map.of("standing", Standing.CONTESTED)));
            default -> faults.add(Fault.parameter("standing", "must be asserted or contested"));
        }
    }
}
