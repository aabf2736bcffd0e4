package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.dispute.Dispute;
import io.cumulo.disputes.dispute.Party;
import io.cumulo.disputes.docket.DisputeState;
import io.cumulo.disputes.docket.ShownSecurity;
import io.cumulo.disputes.docket.Suspension;
import io.cumulo.disputes.intake.Values;
import io.cumulo.disputes.ocds.OwnContracts.Told;
import io.cumulo.kit.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The disputes about a contract, its suspensions and the securities, as our extension tells them. */
final class DisputesBlock {

    private DisputesBlock() {}

    /**
     * Empty where nobody disputes the contract.
     *
     * @param states of the disputes at the end of the day
     * @param suspensions of the contract by the orders in all of them
     */
    static ObjectNode of(
            List<Told<Dispute>> disputes,
            Map<String, DisputeState> states,
            List<Suspension> suspensions,
            LocalDate day) {
        ObjectNode block = Ocds.JSON.createObjectNode();
        if (disputes.isEmpty() && suspensions.isEmpty()) {
            return block;
        }
        block.put("suspended", suspensions.stream().anyMatch(suspension -> suspension.covers(day)));
        suspensions(block, suspensions);
        ArrayNode all = Ocds.JSON.createArrayNode();
        disputes.forEach(dispute -> all.add(dispute(dispute, states.get(dispute.id()))));
        ReleaseMapping.put(block, Extension.DISPUTES, all);
        return block;
    }

    private static ObjectNode dispute(Told<Dispute> told, DisputeState state) {
        Dispute dispute = told.body();
        ObjectNode printed = Ocds.JSON.createObjectNode().put("id", told.id()).put("title", dispute.title());
        printed.put("kind", word(dispute.kind()));
        printed.set("forum", forum(dispute));
        ReleaseMapping.put(printed, "docketNumber", dispute.docketNumber());
        ReleaseMapping.put(printed, "appealsFrom", dispute.appealsFrom());
        printed.put("state", state.phase().word());
        state.outcome().ifPresent(outcome -> printed.put("outcome", word(outcome)));
        state.dismissalReason().ifPresent(reason -> printed.put("dismissalReason", word(reason)));
        printed.set("parties", parties(dispute, state));
        ArrayNode grounds = Ocds.JSON.createArrayNode();
        dispute.grounds().forEach(ground -> {
            ObjectNode alleged = grounds.addObject();
            alleged.set("allegedBy", organization(ground.allegedBy()));
            alleged.put("text", ground.text());
        });
        ReleaseMapping.put(printed, "grounds", grounds);
        ArrayNode remedies = Ocds.JSON.createArrayNode();
        dispute.remediesSought().forEach(remedies::add);
        ReleaseMapping.put(printed, "remediesSought", remedies);
        suspensions(printed, state.suspensions());
        ArrayNode securities = Ocds.JSON.createArrayNode();
        ShownSecurity.allOf(told.id(), state).forEach(security -> securities.add(security(security)));
        ReleaseMapping.put(printed, "securities", securities);
        return printed;
    }

    private static ObjectNode forum(Dispute dispute) {
        ObjectNode forum = dispute.forum() == null ? Ocds.JSON.createObjectNode() : organization(dispute.forum());
        if (dispute.statedForum() != null) {
            forum.put("name", dispute.statedForum().name());
        }
        return forum;
    }

    private static ArrayNode parties(Dispute dispute, DisputeState state) {
        ArrayNode parties = Ocds.JSON.createArrayNode();
        for (Party party : dispute.parties()) {
            ObjectNode taking = organization(party.company()).put("role", word(party.role()));
            ReleaseMapping.put(taking, "startDate", party.from());
            ReleaseMapping.put(taking, "endDate", party.to());
            parties.add(taking);
        }
        state.intervenors().stream()
                .filter(joined -> dispute.parties().stream()
                        .noneMatch(party ->
                                party.company().equals(joined.company()) && party.role() == Party.Role.INTERVENOR))
                .forEach(joined -> parties.add(organization(joined.company())
                        .put("role", word(Party.Role.INTERVENOR))
                        .put("startDate", instant(joined.from()))));
        return parties;
    }

    private static void suspensions(ObjectNode parent, List<Suspension> suspensions) {
        ArrayNode all = Ocds.JSON.createArrayNode();
        suspensions.forEach(suspension -> {
            ObjectNode printed =
                    all.addObject().put("startDate", instant(suspension.from().day()));
            suspension.to().ifPresent(end -> printed.put("endDate", instant(end.day())));
            ArrayNode orders = printed.putArray("orderedBy");
            suspension.orderedBy().forEach(orders::add);
            suspension.liftedBy().ifPresent(entry -> printed.put("liftedBy", entry));
        });
        ReleaseMapping.put(parent, "suspensions", all);
    }

    private static ObjectNode security(ShownSecurity security) {
        ObjectNode printed =
                Ocds.JSON.createObjectNode().put("id", security.terms().id());
        printed.set("value", Values.printed(Values.json(security.terms().amount())));
        security.terms().rule().ifPresent(rule -> printed.put("rule", rule));
        security.terms().payer().ifPresent(payer -> printed.set("payer", organization(payer)));
        security.terms().protects().ifPresent(words -> printed.put("protects", words));
        security.terms().custodian().ifPresent(words -> printed.put("custodian", words));
        security.terms().condition().ifPresent(words -> printed.put("condition", words));
        security.terms().basis().ifPresent(words -> printed.put("basis", words));
        security.terms().dueOn().ifPresent(day -> ReleaseMapping.put(printed, "dueDate", day));
        printed.put("status", word(security.status()));
        security.outcome().ifPresent(outcome -> printed.put("outcome", word(outcome)));
        printed.put("dateOrdered", instant(security.orderedOn()));
        money(printed, "required", security.required());
        money(printed, "posted", security.posted());
        money(printed, "held", security.held());
        money(printed, "released", security.released());
        money(printed, "paidOut", security.paidOut());
        return printed;
    }

    private static void money(ObjectNode parent, String member, Optional<Money> money) {
        money.ifPresent(amount -> ReleaseMapping.put(parent, member, amount));
    }

    private static ObjectNode organization(String company) {
        return Ocds.JSON.createObjectNode().put("name", company).put("id", company);
    }

    private static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
