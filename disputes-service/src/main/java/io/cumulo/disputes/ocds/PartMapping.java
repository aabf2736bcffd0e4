package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.Stage;
import io.cumulo.disputes.intake.ContractFacts.Part;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.disputes.intake.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a process is told to have been awarded, amended and reached: facts of their own, each by its part and key. */
final class PartMapping {

    private static final int MAX_NUMBER = 300;
    private static final int MAX_TITLE = 2000;
    private static final int MAX_TEXT = 4000;
    private static final int MAX_LISTED = 500;

    private final JsonNode told;
    private final Map<OrganizationId, String> known;
    private final Parties parties;
    private final Map<PartKey, ObjectNode> facts = new LinkedHashMap<>();

    /** Of which kind, and by which key. */
    record PartKey(Part part, String key) {}

    private PartMapping(JsonNode told, Map<OrganizationId, String> known) {
        this.told = told;
        this.known = known;
        this.parties = Parties.in(told);
    }

    static Map<PartKey, ObjectNode> of(JsonNode told, Map<OrganizationId, String> known) {
        PartMapping mapping = new PartMapping(told, known);
        mapping.planning();
        mapping.tender();
        ContractMapping.list(told.path("awards")).forEach(mapping::award);
        ContractMapping.list(told.path("contracts")).forEach(mapping::contract);
        Extension.termination(told, known)
                .ifPresent(body -> mapping.facts.put(new PartKey(Part.TERMINATION, "termination"), body));
        return mapping.facts;
    }

    private void planning() {
        milestones(told.path("planning").path("milestones"), Stage.PLANNING, "");
    }

    private void tender() {
        JsonNode tender = told.path("tender");
        milestones(tender.path("milestones"), Stage.TENDER, "");
        amendments(tender, Stage.TENDER, "");
    }

    private void award(JsonNode award) {
        String id = award.path("id").asText();
        ObjectNode body = Ocds.JSON.createObjectNode();
        body.put("number", Texts.cut(id, MAX_NUMBER));
        Texts.put(body, "title", award.path("title"), MAX_TITLE);
        Texts.put(body, "description", award.path("description"), MAX_TEXT);
        Texts.put(body, "status", award.path("status"), MAX_NUMBER);
        Texts.putDay(body, "on", award.path("date"));
        var suppliers = body.putArray("suppliers");
        var stated = body.putArray("parties");
        ContractMapping.list(award.path("suppliers")).stream()
                .flatMap(supplier -> Parties.id(supplier).stream())
                .distinct()
                .limit(MAX_LISTED)
                .forEach(party -> {
                    stated.add(party);
                    parties.company(party, known).ifPresent(suppliers::add);
                });
        Values.money(award.path("value")).ifPresent(value -> body.set("value", Values.json(value)));
        var lots = body.putArray("lots");
        award.path("relatedLots").forEach(lot -> {
            if (lot.isTextual() && !lot.textValue().isBlank() && lot.textValue().length() <= 200) {
                lots.add(lot);
            }
        });
        facts.put(new PartKey(Part.AWARD, Keys.of(id)), body);
        amendments(award, Stage.AWARD, id);
    }

    private void contract(JsonNode contract) {
        String id = contract.path("id").asText();
        milestones(contract.path("milestones"), Stage.CONTRACT, id);
        milestones(contract.path("implementation").path("milestones"), Stage.IMPLEMENTATION, id);
        amendments(contract, Stage.CONTRACT, id);
    }

    /** In older files there is one, the last, and it has no id. */
    private void amendments(JsonNode parent, Stage of, String parentId) {
        ContractMapping.list(parent.path("amendments")).forEach(amendment -> amendment(amendment, of, parentId));
        if (parent.path("amendments").isEmpty() && parent.path("amendment").isObject()) {
            amendment(parent.path("amendment"), of, parentId);
        }
    }

    /** One without a date can't be put among the others; it stands in its release. */
    private void amendment(JsonNode amendment, Stage of, String parentId) {
        if (Texts.day(amendment.path("date")).isEmpty()) {
            return;
        }
        Optional<String> id = Texts.text(amendment.path("id"));
        ObjectNode body = Ocds.JSON.createObjectNode();
        id.ifPresent(number -> body.put("number", Texts.cut(number, MAX_NUMBER)));
        body.put("of", of.word());
        Texts.putDay(body, "on", amendment.path("date"));
        Texts.put(body, "description", amendment.path("description"), MAX_TEXT);
        Texts.put(body, "rationale", amendment.path("rationale"), MAX_TEXT);
        String key = of.word() + " " + parentId + " "
                + id.orElse(amendment.path("date").asText());
        facts.put(new PartKey(Part.AMENDMENT, Keys.of(key.replace(' ', '/'))), body);
    }

    private void milestones(JsonNode milestones, Stage stage, String parentId) {
        ContractMapping.list(milestones).forEach(milestone -> {
            String id = milestone.path("id").asText();
            ObjectNode body = Ocds.JSON.createObjectNode();
            body.put("number", Texts.cut(id, MAX_NUMBER));
            body.put(
                    "title",
                    Texts.cut(
                            Texts.first(milestone.path("title"), milestone.path("description"))
                                    .orElse(id),
                            MAX_TITLE));
            Texts.put(body, "description", milestone.path("description"), MAX_TEXT);
            Texts.text(milestone.path("type"))
                    .filter(type -> type.length() <= 100)
                    .ifPresent(type -> body.put("type", type));
            body.put("stage", stage.word());
            Texts.putDay(body, "dueOn", milestone.path("dueDate"));
            String status = status(milestone);
            body.put("status", status);
            if (status.endsWith("met") && !status.startsWith("not")) {
                Texts.putDay(body, "metOn", milestone.path("dateMet"));
            }
            String key = stage.word() + "/" + parentId + "/" + id;
            facts.put(new PartKey(Part.MILESTONE, Keys.of(key)), body);
        });
    }

    /** The words of ours; where none is told, a milestone with the day on which it was met was. */
    private static String status(JsonNode milestone) {
        return switch (milestone.path("status").asText()) {
            case "met" -> "met";
            case "notMet" -> "not-met";
            case "partiallyMet" -> "partially-met";
            case "scheduled" -> "scheduled";
            default -> milestone.path("dateMet").isTextual() ? "met" : "scheduled";
        };
    }
}
