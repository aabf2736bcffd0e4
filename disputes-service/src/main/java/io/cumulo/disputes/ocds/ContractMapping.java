package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.Stage;
import io.cumulo.disputes.contract.StatedParty;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.disputes.intake.Values;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a process is told to be, as a contract. The four amounts are never mixed: the tender's maximum, or its value, is the ceiling; the values of the
 * contracts that stand are obligated; what the transactions moved is spent; the standard knows no guaranteed one.
 */
final class ContractMapping {

    private static final int MAX_TITLE = 500;
    private static final int MAX_TEXT = 4000;

    private final String ocid;
    private final JsonNode told;
    private final JsonNode tender;
    private final List<JsonNode> awards;
    private final List<JsonNode> contracts;
    private final Map<OrganizationId, String> known;
    private final Parties parties;

    ContractMapping(String ocid, JsonNode told, Map<OrganizationId, String> known) {
        this.ocid = ocid;
        this.told = told;
        this.tender = told.path("tender");
        this.awards = list(told.path("awards"));
        this.contracts = list(told.path("contracts"));
        this.known = known;
        this.parties = Parties.in(told);
    }

    /** Empty while nobody has said who buys. */
    Optional<ObjectNode> body() {
        if (!parties.hasBuyer()) {
            return Optional.empty();
        }
        ObjectNode body = Ocds.JSON.createObjectNode();
        body.put("title", Texts.cut(title(), MAX_TITLE));
        Texts.first(
                        tender.path("description"),
                        first(contracts).path("description"),
                        first(awards).path("description"))
                .ifPresent(text -> body.put("description", Texts.cut(text, MAX_TEXT)));
        parties.with(StatedParty.BUYER).stream()
                .flatMap(id -> parties.company(id, known).stream())
                .findFirst()
                .ifPresent(buyer -> body.put("buyer", buyer));
        body.set("references", references());
        Texts.put(body, "procurementMethod", tender.path("procurementMethod"), MAX_TITLE);
        body.put("stage", stage().word());
        earliest(standing(), award -> Texts.day(award.path("date")))
                .ifPresent(day -> body.put("awardedOn", day.text()));
        body.set("suppliers", suppliers());
        body.set("value", value());
        body.set("term", term());
        body.set("items", ItemMapping.items(told));
        body.set("lots", ItemMapping.lots(tender));
        body.set("parties", parties.stated(known));
        Extension.addTo(body, told);
        return Optional.of(body);
    }

    private String title() {
        return Texts.first(
                        tender.path("title"),
                        first(contracts).path("title"),
                        first(awards).path("title"),
                        told.at("/planning/budget/project"),
                        told.at("/planning/budget/description"))
                .orElse(ocid);
    }

    private ArrayNode references() {
        ArrayNode references = Ocds.JSON.createArrayNode();
        references.addObject().put("scheme", "ocid").put("value", Texts.cut(ocid, 200));
        Texts.text(tender.path("id"))
                .filter(id -> id.length() <= 200)
                .ifPresent(id -> references.addObject().put("scheme", "tender").put("value", id));
        contracts.stream()
                .flatMap(contract -> Texts.text(contract.path("id")).stream())
                .filter(id -> id.length() <= 200)
                .limit(90)
                .forEach(id -> references.addObject().put("scheme", "contract").put("value", id));
        return references;
    }

    private Stage stage() {
        if (contracts.stream()
                .anyMatch(contract -> !contract.path("implementation").isEmpty())) {
            return Stage.IMPLEMENTATION;
        }
        if (!contracts.isEmpty()) {
            return Stage.CONTRACT;
        }
        if (!awards.isEmpty()) {
            return Stage.AWARD;
        }
        boolean planned =
                List.of("planning", "planned").contains(tender.path("status").asText());
        return tender.isEmpty() || planned ? Stage.PLANNING : Stage.TENDER;
    }

    /** Awards that nobody has said to be none. */
    private List<JsonNode> standing() {
        return awards.stream()
                .filter(award -> !List.of("cancelled", "unsuccessful", "pending")
                        .contains(award.path("status").asText()))
                .toList();
    }

    private ArrayNode suppliers() {
        ArrayNode suppliers = Ocds.JSON.createArrayNode();
        standing().stream()
                .flatMap(award -> list(award.path("suppliers")).stream())
                .flatMap(supplier -> Parties.id(supplier).stream())
                .flatMap(id -> parties.company(id, known).stream())
                .distinct()
                .limit(500)
                .forEach(suppliers::add);
        return suppliers;
    }

    private ObjectNode value() {
        ObjectNode value = Ocds.JSON.createObjectNode();
        Values.money(tender.path("maxValue"))
                .or(() -> Values.money(tender.path("value")))
                .ifPresent(ceiling -> value.set("ceiling", Values.json(ceiling)));
        List<JsonNode> agreed = contracts.stream()
                .filter(contract -> !List.of("cancelled", "pending")
                        .contains(contract.path("status").asText()))
                .toList();
        put(
                value,
                "obligated",
                agreed.stream().map(contract -> contract.path("value")).toList());
        put(
                value,
                "spent",
                contracts.stream()
                        .flatMap(
                                contract -> list(contract.path("implementation").path("transactions")).stream())
                        .map(transaction ->
                                transaction.has("value") ? transaction.path("value") : transaction.path("amount"))
                        .toList());
        return value;
    }

    private static void put(ObjectNode value, String member, List<JsonNode> values) {
        Optional<Money> sum = values.isEmpty() ? Optional.empty() : Values.sum(values);
        sum.ifPresent(money -> value.set(member, Values.json(money)));
    }

    private ObjectNode term() {
        List<JsonNode> periods = contracts.isEmpty()
                ? List.of(tender.path("contractPeriod"))
                : contracts.stream().map(contract -> contract.path("period")).toList();
        ObjectNode term = Ocds.JSON.createObjectNode();
        earliest(periods, period -> Texts.day(period.path("startDate")))
                .ifPresent(day -> term.put("startsOn", day.text()));
        days(periods, period -> Texts.day(period.path("endDate")))
                .max(Comparator.comparing(PartialDate::text))
                .ifPresent(day -> term.put("endsOn", day.text()));
        return term.isEmpty() ? null : term;
    }

    private static Optional<PartialDate> earliest(
            List<JsonNode> objects, Function<JsonNode, Optional<PartialDate>> day) {
        return days(objects, day).min(Comparator.comparing(PartialDate::text));
    }

    private static Stream<PartialDate> days(List<JsonNode> objects, Function<JsonNode, Optional<PartialDate>> day) {
        return objects.stream().map(day).flatMap(Optional::stream);
    }

    private static JsonNode first(List<JsonNode> list) {
        return list.isEmpty() ? Ocds.JSON.missingNode() : list.get(0);
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(element -> {
            if (element.isObject()) {
                elements.add(element);
            }
        });
        return elements;
    }
}
