package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.ContractFacts.PlacedPart;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.ocds.PartMapping.PartKey;
import io.cumulo.disputes.ocds.Process.Step;
import io.cumulo.kit.value.PartialDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the releases of a process make known of a contract: how it was from each of their days on, and the facts about it, each by the release that told it
 * so.
 *
 * @param contract bodies as clients would PUT them, the latest last; no two hold on one day
 */
record Derived(List<ObjectNode> contract, List<PlacedPart> parts) {

    private static final String NEVER = "9999-99-99";

    Derived {
        contract = List.copyOf(contract);
        parts = List.copyOf(parts);
    }

    static Derived from(Process process, Map<OrganizationId, String> known) {
        List<ObjectNode> contract = new ArrayList<>();
        Map<PartKey, ObjectNode> parts = new LinkedHashMap<>();
        ObjectNode last = null;
        for (Step step : process.steps()) {
            Optional<ObjectNode> body = new ContractMapping(step.release().ocid(), step.told(), known).body();
            if (body.isPresent() && !body.get().equals(last)) {
                last = body.get();
                begin(contract, last.deepCopy(), step.release());
            }
            if (last != null) {
                PartMapping.of(step.told(), known).forEach((key, fact) -> {
                    if (!parts.containsKey(key)
                            || !without(parts.get(key), "sources").equals(fact)) {
                        parts.put(key, withSource(fact, step.release()));
                    }
                });
            }
        }
        return new Derived(
                contract,
                parts.entrySet().stream()
                        .map(fact -> new PlacedPart(
                                fact.getKey().part(), fact.getKey().key(), fact.getValue()))
                        .toList());
    }

    /** What is told anew of a day replaces what was told of it before. */
    private static void begin(List<ObjectNode> contract, ObjectNode body, Release release) {
        String day = release.day().text();
        if (!contract.isEmpty()) {
            ObjectNode before = contract.get(contract.size() - 1);
            if (before.path("validFrom").asText().equals(day)) {
                contract.remove(contract.size() - 1);
            } else {
                before.put(
                        "validTo",
                        PartialDate.of(release.day().first().minusDays(1)).text());
            }
        }
        contract.add(withSource(body.put("validFrom", day), release));
    }

    private static ObjectNode withSource(ObjectNode body, Release release) {
        body.putArray("sources").add(ReleaseSource.json(release));
        return body;
    }

    private static ObjectNode without(ObjectNode body, String member) {
        ObjectNode rest = body.deepCopy();
        rest.remove(member);
        return rest;
    }

    /** What of this wasn't derived before: what an editor has set right since stays as it is. */
    Derived beyond(Derived before) {
        return new Derived(
                contract.stream()
                        .filter(body -> before.contract.stream().noneMatch(known -> holdsThroughout(known, body)))
                        .toList(),
                parts.stream().filter(part -> !before.parts.contains(part)).toList());
    }

    /** Whether the same was known of all of the body's days. */
    private static boolean holdsThroughout(ObjectNode known, ObjectNode body) {
        String end = body.path("validTo").asText(NEVER);
        return known.path("validFrom").asText().compareTo(body.path("validFrom").asText()) <= 0
                && known.path("validTo").asText(NEVER).compareTo(end) >= 0
                && without(without(known, "validFrom"), "validTo")
                        .equals(without(without(body, "validFrom"), "validTo"));
    }
}
