package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.ContractFacts.PlacedPart;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.ocds.PartMapping.PartKey;
import io.cumulo.kit.value.PartialDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the releases of a process make known of a contract, release by release. Of how the contract was only the last is held. */
final class Derivation {

    private final Map<OrganizationId, String> companies;
    private final ObjectNode told;
    private final Map<PartKey, ObjectNode> parts;
    private ObjectNode last;
    private ObjectNode holding;

    Derivation(Map<OrganizationId, String> companies) {
        this(companies, Ocds.JSON.createObjectNode(), new LinkedHashMap<>());
    }

    private Derivation(Map<OrganizationId, String> companies, ObjectNode told, Map<PartKey, ObjectNode> parts) {
        this.companies = companies;
        this.told = told;
        this.parts = parts;
    }

    /** The same, to go on otherwise. */
    Derivation copy() {
        Derivation copy = new Derivation(companies, told.deepCopy(), new LinkedHashMap<>(parts));
        copy.last = last;
        copy.holding = holding == null ? null : holding.deepCopy();
        return copy;
    }

    /** @param ended takes how the contract was until the release, where that changes */
    void add(Release release, Consumer<ObjectNode> ended) {
        Merge.add(told, Process.content(release));
        Optional<ObjectNode> body = new ContractMapping(release.ocid(), told, companies).body();
        if (body.isPresent() && !body.get().equals(last)) {
            last = body.get().deepCopy();
            begin(release, ended);
        }
        if (last != null) {
            PartMapping.of(told, companies).forEach((key, fact) -> {
                if (!parts.containsKey(key) || !withoutSource(parts.get(key)).equals(fact)) {
                    parts.put(key, withSource(fact, release));
                }
            });
        }
    }

    /** How the contract is from the last change on; empty while nobody has said who buys. */
    Optional<ObjectNode> last() {
        return Optional.ofNullable(holding);
    }

    List<PlacedPart> parts() {
        return parts.entrySet().stream()
                .map(fact -> new PlacedPart(fact.getKey().part(), fact.getKey().key(), fact.getValue()))
                .toList();
    }

    /** What is told anew of a day replaces what was told of it before. */
    private void begin(Release release, Consumer<ObjectNode> ended) {
        String day = release.day().text();
        if (holding != null && !holding.path("validFrom").asText().equals(day)) {
            holding.put(
                    "validTo",
                    PartialDate.of(release.day().first().minusDays(1)).text());
            ended.accept(holding);
        }
        holding = withSource(last.deepCopy().put("validFrom", day), release);
    }

    private static ObjectNode withSource(ObjectNode body, Release release) {
        body.putArray("sources").add(ReleaseSource.json(release));
        return body;
    }

    private static ObjectNode withoutSource(ObjectNode body) {
        ObjectNode rest = Ocds.JSON.createObjectNode();
        rest.setAll(body);
        rest.remove("sources");
        return rest;
    }
}
