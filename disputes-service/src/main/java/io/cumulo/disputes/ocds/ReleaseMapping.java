package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.Amendment;
import io.cumulo.disputes.contract.Award;
import io.cumulo.disputes.contract.Contract;
import io.cumulo.disputes.contract.Milestone;
import io.cumulo.disputes.contract.MilestoneStatus;
import io.cumulo.disputes.contract.Stage;
import io.cumulo.disputes.contract.StatedParty;
import io.cumulo.disputes.intake.Values;
import io.cumulo.disputes.ocds.OwnContracts.Told;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A contract of ours in the words of the standard; what it has no word for is told by our extension. */
final class ReleaseMapping {

    private final String key;
    private final Snapshot snapshot;
    private final Contract contract;
    private final ReleaseParties parties;

    ReleaseMapping(String key, Snapshot snapshot, Optional<URI> base) {
        this.key = key;
        this.snapshot = snapshot;
        this.contract = snapshot.contract();
        this.parties = new ReleaseParties(contract.parties(), base);
    }

    /** All that a release tells, without what makes it a release. */
    ObjectNode told() {
        ObjectNode told = Ocds.JSON.createObjectNode();
        ObjectNode planning = Ocds.JSON.createObjectNode();
        milestones(planning, Stage.PLANNING);
        ObjectNode tender = tender();
        ArrayNode awards = awards();
        ArrayNode contracts = contracts(awards);
        contract.parties().stream()
                .filter(party -> party.is(StatedParty.BUYER))
                .findFirst()
                .ifPresentOrElse(
                        party -> told.set("buyer", parties.reference(party)),
                        () -> told.set("buyer", parties.reference(contract.buyer(), StatedParty.BUYER)));
        put(told, "planning", planning);
        told.set("tender", tender);
        put(told, "awards", awards);
        put(told, "contracts", contracts);
        told.set("parties", parties.all());
        told.set(Ocds.EXTENSION, OwnExtension.of(contract, snapshot));
        return told;
    }

    private ObjectNode tender() {
        ObjectNode tender = Ocds.JSON.createObjectNode().put("id", key).put("title", contract.title());
        put(tender, "description", contract.description());
        put(tender, "value", contract.value().ceiling());
        if (contract.procurementMethod() != null) {
            tender.put("procurementMethod", contract.procurementMethod().name().toLowerCase(Locale.ROOT));
        }
        put(tender, "items", ReleaseItems.items(contract.items()));
        put(tender, "lots", ReleaseItems.lots(contract.lots()));
        milestones(tender, Stage.TENDER);
        amendments(tender, Stage.TENDER);
        return tender;
    }

    /** A contract whose award nobody recorded by itself was awarded when it says so. */
    private ArrayNode awards() {
        ArrayNode awards = Ocds.JSON.createArrayNode();
        snapshot.on(snapshot.account().awards()).forEach(award -> awards.add(award(award)));
        if (awards.isEmpty() && (!contract.suppliers().isEmpty() || contract.awardedOn() != null)) {
            ObjectNode award = awards.addObject().put("id", key + "-award").put("status", "active");
            put(award, "date", contract.awardedOn());
            suppliers(award, contract.suppliers());
        }
        if (!awards.isEmpty()) {
            amendments((ObjectNode) awards.get(0), Stage.AWARD);
        }
        return awards;
    }

    private ObjectNode award(Told<Award> told) {
        Award award = told.body();
        ObjectNode printed = Ocds.JSON.createObjectNode().put("id", told.id());
        put(printed, "title", award.title());
        put(printed, "description", award.description());
        if (award.status() != null) {
            printed.put("status", award.status().name().toLowerCase(Locale.ROOT));
        }
        put(printed, "date", award.on());
        put(printed, "value", award.value());
        suppliers(printed, award.suppliers());
        ArrayNode lots = Ocds.JSON.createArrayNode();
        award.lots().forEach(lots::add);
        put(printed, "relatedLots", lots);
        return printed;
    }

    private void suppliers(ObjectNode award, List<String> companies) {
        ArrayNode suppliers = Ocds.JSON.createArrayNode();
        companies.stream()
                .distinct()
                .forEach(company -> suppliers.add(parties.reference(company, StatedParty.SUPPLIER)));
        put(award, "suppliers", suppliers);
    }

    private ArrayNode contracts(ArrayNode awards) {
        ArrayNode contracts = Ocds.JSON.createArrayNode();
        boolean terminated = !snapshot.on(snapshot.account().terminations()).isEmpty();
        boolean agreed = contract.stage().compareTo(Stage.CONTRACT) >= 0
                || contract.value().obligated() != null
                || terminated;
        if (!agreed) {
            return contracts;
        }
        ObjectNode printed = contracts.addObject().put("id", key);
        printed.put(
                "awardID",
                awards.isEmpty() ? key + "-award" : awards.get(0).path("id").asText());
        printed.put("title", contract.title());
        printed.put("status", terminated ? "terminated" : "active");
        put(printed, "value", contract.value().obligated());
        if (contract.term() != null) {
            ObjectNode period = Ocds.JSON.createObjectNode();
            put(period, "startDate", contract.term().startsOn());
            put(period, "endDate", contract.term().endsOn());
            put(printed, "period", period);
        }
        ObjectNode implementation = Ocds.JSON.createObjectNode();
        milestones(implementation, Stage.IMPLEMENTATION);
        put(printed, "implementation", implementation);
        milestones(printed, Stage.CONTRACT);
        amendments(printed, Stage.CONTRACT);
        return contracts;
    }

    private void milestones(ObjectNode parent, Stage stage) {
        ArrayNode milestones = Ocds.JSON.createArrayNode();
        snapshot.on(snapshot.account().milestones()).stream()
                .filter(milestone -> of(milestone.body()) == stage)
                .forEach(milestone -> {
                    ObjectNode printed = milestones.addObject().put("id", milestone.id());
                    put(printed, "title", milestone.body().title());
                    put(printed, "description", milestone.body().description());
                    put(printed, "type", milestone.body().type());
                    put(printed, "dueDate", milestone.body().dueOn());
                    put(printed, "dateMet", milestone.body().metOn());
                    printed.put("status", status(milestone.body().status()));
                });
        put(parent, "milestones", milestones);
    }

    private static Stage of(Milestone milestone) {
        return milestone.stage() == null ? Stage.IMPLEMENTATION : milestone.stage();
    }

    private static String status(MilestoneStatus status) {
        return switch (status) {
            case SCHEDULED -> "scheduled";
            case MET -> "met";
            case NOT_MET -> "notMet";
            case PARTIALLY_MET -> "partiallyMet";
        };
    }

    private void amendments(ObjectNode parent, Stage stage) {
        ArrayNode amendments = Ocds.JSON.createArrayNode();
        for (Told<Amendment> told : snapshot.on(snapshot.account().amendments())) {
            if (Snapshot.of(told.body()) == stage) {
                ObjectNode printed = amendments.addObject().put("id", told.id());
                put(printed, "date", told.body().on());
                put(printed, "description", told.body().description());
                put(printed, "rationale", told.body().rationale());
            }
        }
        put(parent, "amendments", amendments);
    }

    static void put(ObjectNode parent, String member, String text) {
        if (text != null) {
            parent.put(member, text);
        }
    }

    /** The standard has no date less precise than a second: the first of the day, month or year. */
    static void put(ObjectNode parent, String member, PartialDate date) {
        if (date != null) {
            parent.put(member, date.first() + "T00:00:00Z");
        }
    }

    static void put(ObjectNode parent, String member, Money money) {
        if (money != null) {
            parent.set(member, Values.printed(Values.json(money)));
        }
    }

    static void put(ObjectNode parent, String member, ObjectNode object) {
        if (!object.isEmpty()) {
            parent.set(member, object);
        }
    }

    static void put(ObjectNode parent, String member, ArrayNode list) {
        if (!list.isEmpty()) {
            parent.set(member, list);
        }
    }
}
