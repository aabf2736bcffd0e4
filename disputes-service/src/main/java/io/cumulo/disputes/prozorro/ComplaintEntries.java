package io.cumulo.disputes.prozorro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.docket.EntryKind;
import io.cumulo.disputes.intake.DisputeFacts.ToldEntry;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.value.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a complaint's dates and state tell of its course. A draft hasn't been handed in, so nothing stands on its docket. Satisfied and resolved were both
 * decided for the author: a resolved one was carried out, too.
 */
final class ComplaintEntries {

    private final JsonNode complaint;
    private final List<ToldEntry> entries = new ArrayList<>();

    private ComplaintEntries(JsonNode complaint) {
        this.complaint = complaint;
    }

    static List<ToldEntry> of(JsonNode complaint) {
        ComplaintEntries told = new ComplaintEntries(complaint);
        if (told.on("dateSubmitted").isPresent()) {
            told.course();
        }
        return told.entries;
    }

    private void course() {
        enter("submitted", EntryKind.FILING, on("dateSubmitted"), words("description", "The complaint was submitted"));
        if (complaint.path("acceptance").asBoolean()) {
            enter("accepted", EntryKind.ORDER, on("dateAccepted"), "The complaint was accepted for review");
        }
        enter(
                "review",
                EntryKind.HEARING,
                on("reviewDate"),
                Texts.text(complaint.path("reviewPlace"))
                        .map(place -> "Review at " + place)
                        .orElse("Review"));
        decision();
        if (complaint.path("status").asText().equals("resolved")) {
            enter(
                    "tenderer-action",
                    EntryKind.CORRECTIVE_ACTION,
                    on("tendererActionDate"),
                    words("tendererAction", "The buyer carried the decision out"));
        }
        complaint.path("appeals").forEach(this::appeal);
    }

    private void decision() {
        Optional<PartialDate> on = on("dateDecision").or(() -> on("date"));
        switch (complaint.path("status").asText()) {
            case "satisfied", "resolved" ->
                ruling(on, "for-claimant", words("decision", "The review body satisfied the complaint"));
            case "declined" ->
                ruling(on, "for-respondent", words("decision", "The review body declined the complaint"));
            case "invalid" ->
                dismissal(on, words("rejectReasonDescription", "The review body left the complaint without review"));
            case "stopped" -> dismissal(on, words("decision", "The review body ended the review"));
            case "mistaken", "cancelled" ->
                enter(
                        "withdrawn",
                        EntryKind.WITHDRAWAL,
                        on("dateCanceled").or(() -> on("date")),
                        words("cancellationReason", "The author took the complaint back"));
            default -> {
                // It is before the review body still.
            }
        }
    }

    private void ruling(Optional<PartialDate> on, String outcome, String words) {
        on.ifPresent(day -> add("decision", body(EntryKind.RULING, day, words).put("outcome", outcome)));
    }

    private void dismissal(Optional<PartialDate> on, String words) {
        on.ifPresent(
                day -> add("decision", body(EntryKind.DISMISSAL, day, words).put("reason", "other")));
    }

    /** An appeal is told where the author or the buyer publishes it; the proceeding may be older. */
    private void appeal(JsonNode appeal) {
        Optional<PartialDate> on =
                Entries.day(appeal.path("dateCreated")).or(() -> Entries.day(appeal.path("datePublished")));
        String number = Texts.text(appeal.path("proceeding").path("proceedingNumber"))
                .map(text -> " (proceeding " + text + ")")
                .orElse("");
        enter(
                "appeal-" + appeal.path("id").asText(),
                EntryKind.APPEAL,
                on,
                Texts.text(appeal.path("description")).orElse("The decision was appealed from") + number);
    }

    private void enter(String key, EntryKind kind, Optional<PartialDate> on, String words) {
        on.ifPresent(day -> add(key, body(kind, day, words)));
    }

    private void add(String key, ObjectNode body) {
        entries.add(new ToldEntry(Keys.of(key), body));
    }

    private ObjectNode body(EntryKind kind, PartialDate on, String words) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", kind.word());
        body.put("on", on.text());
        body.put("text", Texts.cut(words, 4000));
        body.putArray("sources").add(Complaint.source(complaint));
        return body;
    }

    private Optional<PartialDate> on(String member) {
        return Entries.day(complaint.path(member));
    }

    private String words(String member, String otherwise) {
        return Texts.text(complaint.path(member)).orElse(otherwise);
    }
}
