package io.cumulo.disputes.prozorro;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a complaint: everything at once. */
final class ComplaintCheck {

    /** Of the procedures (prozorro-api-docs, Complaint.status). */
    static final Set<String> STATES = Set.of(
            "draft",
            "claim",
            "answered",
            "pending",
            "accepted",
            "satisfied",
            "resolved",
            "declined",
            "invalid",
            "stopping",
            "stopped",
            "mistaken",
            "cancelled",
            "ignored");

    private static final List<String> DATES = List.of(
            "date",
            "dateSubmitted",
            "dateAccepted",
            "reviewDate",
            "dateDecision",
            "dateCanceled",
            "tendererActionDate");

    private ComplaintCheck() {}

    static List<Fault> faults(JsonNode complaint) {
        List<Fault> faults = new ArrayList<>();
        for (String member : List.of("id", "complaintID")) {
            if (Texts.text(complaint.path(member)).isEmpty()) {
                faults.add(Fault.at("/" + member, "must be text"));
            }
        }
        if (!STATES.contains(complaint.path("status").asText())) {
            faults.add(Fault.at(
                    "/status",
                    "must be one of "
                            + String.join(", ", STATES.stream().sorted().toList())));
        }
        for (String member : DATES) {
            JsonNode date = complaint.path(member);
            if (!date.isMissingNode() && !date.isNull() && Entries.day(date).isEmpty()) {
                faults.add(Fault.at("/" + member, "must be a date as 2020-01-01T00:00:00+02:00"));
            }
        }
        if (!complaint.path("author").isObject()) {
            faults.add(Fault.at("/author", "must be an object"));
        }
        for (String member : List.of("objections", "appeals")) {
            JsonNode list = complaint.path(member);
            if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
                faults.add(Fault.at("/" + member, "must be a list"));
            }
        }
        return faults;
    }
}
