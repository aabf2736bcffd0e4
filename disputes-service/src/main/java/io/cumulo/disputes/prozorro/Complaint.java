package io.cumulo.disputes.prozorro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Forum;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A complaint as a dispute before the review body, which by law is the Antimonopoly Committee (922-VIII, art. 18). */
final class Complaint {

    private static final Forum REVIEW_BODY =
            Forum.ours("Antimonopoly Committee of Ukraine", "antimonopoly-committee-of-ukraine");

    private static final Set<String> MAPPED = Set.of(
            "id",
            "complaintID",
            "status",
            "author",
            "title",
            "description",
            "dateSubmitted",
            "objections",
            "acceptance",
            "dateAccepted",
            "reviewDate",
            "reviewPlace",
            "dateDecision",
            "appeals",
            "tendererAction",
            "tendererActionDate",
            "dateCanceled",
            "cancellationReason",
            "decision",
            "rejectReason",
            "rejectReasonDescription");

    private static final int MAX_TEXT = 4000;

    private final JsonNode complaint;

    /** @param complaint in which {@link ComplaintCheck} found nothing wrong */
    Complaint(JsonNode complaint) {
        this.complaint = complaint;
    }

    String key() {
        return Keys.of("prozorro-" + complaint.path("id").asText().toLowerCase(Locale.ROOT));
    }

    private Optional<OrganizationId> identifier() {
        JsonNode identifier = complaint.path("author").path("identifier");
        return Texts.text(identifier.path("id"))
                .map(id -> new OrganizationId(identifier.path("scheme").asText("UA-EDR"), id));
    }

    List<OrganizationId> identifiers() {
        return Stream.concat(identifier().stream(), REVIEW_BODY.id().stream()).toList();
    }

    ObjectNode body(Map<OrganizationId, String> known) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "title",
                Texts.cut(
                        complaint.path("complaintID").asText()
                                + Texts.text(complaint.path("title"))
                                        .map(title -> ": " + title)
                                        .orElse(""),
                        500));
        body.put("kind", "complaint");
        REVIEW_BODY.putInto(body, known);
        body.put("docketNumber", Texts.cut(complaint.path("complaintID").asText(), 100));
        ArrayNode parties = body.putArray("parties");
        ArrayNode grounds = body.putArray("grounds");
        identifier().map(known::get).ifPresent(company -> {
            parties.addObject().put("company", company).put("role", "claimant");
            grounds()
                    .forEach(text ->
                            grounds.addObject().put("allegedBy", company).put("text", text));
        });
        ArrayNode remedies = body.putArray("remediesSought");
        remedies().stream().limit(100).forEach(remedy -> remedies.add(Texts.cut(remedy, 2000)));
        body.putArray("sources").add(source(complaint));
        return body;
    }

    /** Who complains, as the file states it: with what it alleges, whether or not it is known which company that is. */
    Map<String, ObjectNode> litigants() {
        JsonNode author = complaint.path("author");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String name = Texts.first(author.path("name"), author.path("identifier").path("legalName"))
                .orElse("an author that isn't named");
        body.put("name", Texts.cut(name, 1000));
        body.put("role", "author");
        identifier().ifPresent(identifier -> {
            ObjectNode registered = body.putObject("identifier");
            registered.put("scheme", Texts.cut(identifier.scheme(), 200));
            registered.put("id", Texts.cut(identifier.value(), 300));
            Texts.put(registered, "legalName", author.path("identifier").path("legalName"), 1000);
            Texts.put(registered, "uri", author.path("identifier").path("uri"), 2000);
        });
        ArrayNode alleges = body.putArray("alleges");
        grounds().forEach(alleges::add);
        ArrayNode seeks = body.putArray("seeks");
        remedies().stream().limit(200).forEach(remedy -> seeks.add(Texts.cut(remedy, MAX_TEXT)));
        body.putArray("sources").add(source(complaint));
        return Map.of("author", body);
    }

    private List<String> grounds() {
        List<String> grounds = new ArrayList<>();
        for (JsonNode objection : complaint.path("objections")) {
            String text = Stream.of(
                            Texts.text(objection.path("classification").path("id")),
                            Texts.text(objection.path("title")),
                            Texts.text(objection.path("description")))
                    .flatMap(Optional::stream)
                    .reduce((one, other) -> one + ": " + other)
                    .orElse("");
            if (!text.isEmpty() && grounds.size() < 200) {
                grounds.add(Texts.cut(text, MAX_TEXT));
            }
        }
        if (grounds.isEmpty()) {
            Texts.text(complaint.path("description")).ifPresent(text -> grounds.add(Texts.cut(text, MAX_TEXT)));
        }
        return grounds;
    }

    private List<String> remedies() {
        List<String> remedies = new ArrayList<>();
        complaint.path("objections").forEach(objection -> objection
                .path("requestedRemedies")
                .forEach(remedy -> Stream.of(Texts.text(remedy.path("type")), Texts.text(remedy.path("description")))
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + ": " + other)
                        .ifPresent(remedies::add)));
        return remedies;
    }

    static ObjectNode source(JsonNode complaint) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put("publisher", "Prozorro");
        source.put(
                "title", Texts.cut("Complaint " + complaint.path("complaintID").asText(), 500));
        source.put("language", "uk");
        String quote = Texts.first(complaint.path("title"), complaint.path("description"))
                .orElse(complaint.path("complaintID").asText());
        return source.put("quote", Texts.cut(quote, MAX_TEXT));
    }

    List<String> unmapped() {
        return Entries.unmapped(complaint, MAPPED);
    }
}
