package io.cumulo.disputes.usaspending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.StatedParty;
import io.cumulo.disputes.intake.ContractFacts.Part;
import io.cumulo.disputes.intake.ContractFacts.PlacedPart;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.disputes.intake.Values;
import io.cumulo.kit.value.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An award as a contract. What all options would come to is the ceiling, what is obligated is obligated, what the accounts paid out is spent; the guaranteed
 * minimum of an indefinite delivery vehicle isn't published. The amounts are those of the last modification, so they hold from its day on.
 */
final class UsaspendingAward {

    private static final Set<String> MAPPED = Set.of(
            "generated_unique_award_id",
            "piid",
            "category",
            "description",
            "total_obligation",
            "date_signed",
            "base_and_all_options",
            "total_account_outlay",
            "parent_award",
            "awarding_agency",
            "period_of_performance",
            "recipient",
            "latest_transaction_contract_data");

    private static final int MAX_TITLE = 500;
    private static final int MAX_TEXT = 4000;

    private final JsonNode award;

    /** @param award in which {@link AwardCheck} found nothing wrong */
    UsaspendingAward(JsonNode award) {
        this.award = award;
    }

    String key() {
        return AwardKey.ofAward(award.path("generated_unique_award_id").asText());
    }

    List<OrganizationId> identifiers() {
        return recipient().map(List::of).orElse(List.of());
    }

    private Optional<OrganizationId> recipient() {
        return Texts.text(award.path("recipient").path("recipient_uei")).map(uei -> new OrganizationId("US-UEI", uei));
    }

    private Optional<String> supplier(Map<OrganizationId, String> known) {
        return recipient().map(known::get);
    }

    /** @param isNew whether nothing is recorded yet of what the contract was before its last modification */
    List<ObjectNode> contract(Map<OrganizationId, String> known, boolean isNew) {
        PartialDate signed = signed();
        PartialDate modified = Entries.day(award.path("period_of_performance").path("last_modified_date"))
                .filter(day -> day.first().isAfter(signed.first()))
                .orElse(signed);
        List<ObjectNode> bodies = new ArrayList<>();
        if (isNew && !modified.equals(signed)) {
            ObjectNode before = body(known);
            before.put("validFrom", signed.text());
            before.put("validTo", PartialDate.of(modified.first().minusDays(1)).text());
            bodies.add(before);
        }
        ObjectNode now = body(known);
        now.set("value", value());
        bodies.add(now.put("validFrom", modified.text()));
        return bodies;
    }

    private ObjectNode body(Map<OrganizationId, String> known) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String piid = award.path("piid").asText();
        body.put("title", Texts.cut(Texts.text(award.path("description")).orElse(piid), MAX_TITLE));
        Texts.put(body, "description", award.path("description"), MAX_TEXT);
        ArrayNode references = body.putArray("references");
        reference(references, "piid", award.path("piid"));
        reference(references, "solicitation", latest("solicitation_identifier"));
        reference(references, "usaspending", award.path("generated_unique_award_id"));
        reference(references, "parent-piid", award.path("parent_award").path("piid"));
        method().ifPresent(method -> body.put("procurementMethod", method));
        boolean spends = award.path("total_account_outlay").decimalValue().signum() > 0;
        body.put("stage", spends ? "implementation" : "contract");
        body.put("awardedOn", signed().text());
        ArrayNode suppliers = body.putArray("suppliers");
        supplier(known).ifPresent(suppliers::add);
        ObjectNode term = body.putObject("term");
        period("start_date").ifPresent(day -> term.put("startsOn", day.text()));
        period("potential_end_date").or(() -> period("end_date")).ifPresent(day -> term.put("endsOn", day.text()));
        parties(body.putArray("parties"), known);
        body.putArray("sources").add(source());
        return body;
    }

    private void parties(ArrayNode parties, Map<OrganizationId, String> known) {
        JsonNode agency = award.path("awarding_agency").path("toptier_agency");
        ObjectNode buyer =
                parties.addObject().put("id", "agency " + agency.path("code").asText("unknown"));
        Texts.put(buyer, "name", agency.path("name"), 1000);
        Texts.text(agency.path("code"))
                .ifPresent(code ->
                        buyer.putObject("identifier").put("scheme", "US-CGAC").put("id", code));
        buyer.putArray("roles").add(StatedParty.BUYER);
        Texts.text(award.path("recipient").path("recipient_name")).ifPresent(name -> {
            ObjectNode party = parties.addObject().put("id", recipientId());
            party.put("name", Texts.cut(name, 1000));
            recipient().ifPresent(uei -> party.putObject("identifier")
                    .put("scheme", uei.scheme())
                    .put("id", uei.value()));
            party.putArray("roles").add(StatedParty.SUPPLIER);
            supplier(known).ifPresent(company -> party.put("company", company));
        });
    }

    private String recipientId() {
        return "recipient " + recipient().map(OrganizationId::value).orElse("unknown");
    }

    private ObjectNode value() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        amount(value, "ceiling", "base_and_all_options");
        amount(value, "obligated", "total_obligation");
        amount(value, "spent", "total_account_outlay");
        return value;
    }

    private void amount(ObjectNode value, String member, String printed) {
        if (award.path(printed).isNumber()) {
            Values.money(award.path(printed).decimalValue(), "USD")
                    .ifPresent(money -> value.set(member, Values.json(money)));
        }
    }

    List<PlacedPart> parts(Map<OrganizationId, String> known) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("number", award.path("piid").asText());
        body.put("status", "active");
        body.put("on", signed().text());
        ArrayNode suppliers = body.putArray("suppliers");
        supplier(known).ifPresent(suppliers::add);
        body.putArray("parties").add(recipientId());
        body.putArray("sources").add(source());
        return List.of(new PlacedPart(Part.AWARD, "award", body));
    }

    /** By how much competition there was (FPDS, element 10A). */
    private Optional<String> method() {
        return switch (latest("extent_competed").asText()) {
            case "A", "F" -> Optional.of("open");
            case "D", "CDO" -> Optional.of("selective");
            case "B", "C", "E", "G", "NDO" -> Optional.of("direct");
            default -> Optional.empty();
        };
    }

    private JsonNode latest(String member) {
        return award.path("latest_transaction_contract_data").path(member);
    }

    private PartialDate signed() {
        return Entries.day(award.path("date_signed")).orElseThrow();
    }

    private Optional<PartialDate> period(String member) {
        return Entries.day(award.path("period_of_performance").path(member));
    }

    private static void reference(ArrayNode references, String scheme, JsonNode number) {
        Texts.text(number)
                .filter(value -> value.length() <= 200)
                .ifPresent(value -> references.addObject().put("scheme", scheme).put("value", value));
    }

    private ObjectNode source() {
        String id = award.path("generated_unique_award_id").asText();
        ObjectNode source = AwardKey.source(id, "Award " + award.path("piid").asText());
        Entries.day(award.path("period_of_performance").path("last_modified_date"))
                .ifPresent(day -> source.put("publishedOn", day.text()));
        return source;
    }

    List<String> unmapped() {
        return Entries.unmapped(award, MAPPED);
    }
}
