package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.intake.Values;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a release tells that no fact has a place for: it stands in the release, and is counted by its path. */
final class Unmapped {

    private static final int MAX_PATHS = 200;

    /** Paths that facts have a place for, whole or, where something stands below, in part. */
    private static final Set<String> MAPPED = Set.of(
            "ocid",
            "id",
            "date",
            "tag",
            "initiationType",
            "language",
            "parties/id",
            "parties/name",
            "parties/identifier",
            "parties/additionalIdentifiers",
            "parties/roles",
            "buyer/id",
            "buyer/name",
            "buyer/identifier",
            "buyer/additionalIdentifiers",
            "planning/milestones",
            "planning/budget/project",
            "tender/id",
            "tender/title",
            "tender/description",
            "tender/procurementMethod",
            "tender/value",
            "tender/maxValue",
            "tender/contractPeriod",
            "tender/procuringEntity/id",
            "tender/procuringEntity/name",
            "tender/procuringEntity/identifier",
            "tender/tenderers/id",
            "tender/tenderers/name",
            "tender/tenderers/identifier",
            "tender/items",
            "tender/lots",
            "tender/milestones",
            "tender/amendments",
            "tender/amendment",
            "awards/id",
            "awards/title",
            "awards/description",
            "awards/status",
            "awards/date",
            "awards/value",
            "awards/suppliers/id",
            "awards/suppliers/name",
            "awards/suppliers/identifier",
            "awards/amendments",
            "awards/amendment",
            "awards/relatedLots",
            "contracts/id",
            "contracts/title",
            "contracts/description",
            "contracts/period",
            "contracts/value",
            "contracts/milestones",
            "contracts/amendments",
            "contracts/amendment",
            "contracts/implementation/transactions/value",
            "contracts/implementation/transactions/amount",
            "contracts/implementation/milestones",
            Ocds.EXTENSION);

    private final Set<String> paths = new TreeSet<>();

    private Unmapped() {}

    static List<String> paths(JsonNode release) {
        Unmapped unmapped = new Unmapped();
        unmapped.look("", release);
        unmapped.values(release);
        return unmapped.paths.stream().limit(MAX_PATHS).toList();
    }

    private void look(String path, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> look(path, element));
        } else if (path.isEmpty() || value.isObject() && isMappedInPart(path)) {
            value.properties()
                    .forEach(member ->
                            look(path.isEmpty() ? member.getKey() : path + "/" + member.getKey(), member.getValue()));
        } else if (!value.isNull() && !MAPPED.contains(path)) {
            paths.add(path.length() <= 100 ? path : path.substring(0, 100));
        }
    }

    private static boolean isMappedInPart(String path) {
        return MAPPED.stream().anyMatch(mapped -> mapped.startsWith(path + "/"));
    }

    /** Amounts that aren't money: without a currency, or finer than its minor units. */
    private void values(JsonNode release) {
        value("tender/value", release.path("tender").path("value"));
        release.path("awards").forEach(award -> value("awards/value", award.path("value")));
        release.path("contracts").forEach(contract -> {
            value("contracts/value", contract.path("value"));
            contract.path("implementation")
                    .path("transactions")
                    .forEach(transaction -> value(
                            "contracts/implementation/transactions/value",
                            transaction.has("value") ? transaction.path("value") : transaction.path("amount")));
        });
        release.path("contracts").forEach(contract -> {
            if (contract.path("status").asText().equals("terminated")
                    && Extension.terminatedBy(release).isEmpty()) {
                paths.add("contracts/status: nobody says who terminated it");
            }
        });
        if (!release.path(Ocds.EXTENSION).path(Extension.DISPUTES).isEmpty()) {
            paths.add(Ocds.EXTENSION + "/" + Extension.DISPUTES
                    + ": told by the release; a dispute is recorded by its docket");
        }
    }

    private void value(String path, JsonNode value) {
        if (value.path("amount").isNumber() && Values.money(value).isEmpty()) {
            paths.add(path + ": no amount of money");
        }
    }
}
