package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.Contract;
import io.cumulo.disputes.contract.ContractOption;
import io.cumulo.disputes.contract.Reference;
import io.cumulo.disputes.contract.Termination;
import io.cumulo.disputes.intake.Values;
import io.cumulo.disputes.ocds.OwnContracts.Told;

/** What our extension tells of a contract of ours: that the release tells all, what the standard has no place for, and the disputes about it. */
final class OwnExtension {

    private OwnExtension() {}

    static ObjectNode of(Contract contract, Snapshot snapshot) {
        ObjectNode ours = Ocds.JSON.createObjectNode().put("whole", true);
        ReleaseMapping.put(ours, Extension.CONTRACT, contract(contract, snapshot));
        ours.setAll(snapshot.disputes());
        return ours;
    }

    private static ObjectNode contract(Contract contract, Snapshot snapshot) {
        ObjectNode more = Ocds.JSON.createObjectNode();
        ReleaseMapping.put(more, "guaranteed", contract.value().guaranteed());
        ReleaseMapping.put(more, "spent", contract.value().spent());
        ArrayNode references = Ocds.JSON.createArrayNode();
        for (Reference reference : contract.references()) {
            references.addObject().put("scheme", reference.scheme()).put("value", reference.value());
        }
        ReleaseMapping.put(more, "references", references);
        if (contract.term() != null) {
            ObjectNode term = Ocds.JSON.createObjectNode();
            if (contract.term().years() != null) {
                term.put("years", contract.term().years());
            }
            if (contract.term().options() != null) {
                term.put("options", contract.term().options());
            }
            putText(term, "startsOn", contract.term().startsOn());
            putText(term, "endsOn", contract.term().endsOn());
            ReleaseMapping.put(more, "term", term);
        }
        ArrayNode options = Ocds.JSON.createArrayNode();
        contract.options().forEach(option -> options.add(option(option)));
        ReleaseMapping.put(more, "options", options);
        ReleaseMapping.put(more, "succeeds", contract.succeeds());
        snapshot.on(snapshot.account().terminations()).stream()
                .findFirst()
                .ifPresent(termination -> more.set("termination", termination(termination)));
        return more;
    }

    private static ObjectNode option(ContractOption option) {
        ObjectNode printed = Ocds.JSON.createObjectNode().put("id", option.id());
        ReleaseMapping.put(printed, "description", option.description());
        if (option.years() != null) {
            printed.put("years", option.years());
        }
        if (option.value() != null) {
            printed.set("value", Values.json(option.value()));
        }
        putText(printed, "exercisedOn", option.exercisedOn());
        return printed;
    }

    private static ObjectNode termination(Told<Termination> told) {
        ObjectNode printed = Ocds.JSON.createObjectNode();
        putText(printed, "on", told.body().on());
        printed.put("by", told.body().by());
        ReleaseMapping.put(printed, "reason", told.body().reason());
        return printed;
    }

    private static void putText(ObjectNode parent, String member, io.cumulo.kit.value.PartialDate date) {
        if (date != null) {
            parent.put(member, date.text());
        }
    }
}
