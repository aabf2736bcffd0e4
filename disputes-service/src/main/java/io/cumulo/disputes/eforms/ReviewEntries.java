package io.cumulo.disputes.eforms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.docket.EntryKind;
import io.cumulo.disputes.intake.DisputeFacts.ToldEntry;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.value.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a review comes to on its docket, by the codelist review-decision-type. A notice that tells of a decision doesn't say when the review was requested:
 * by the day of the decision it was.
 */
final class ReviewEntries {

    private final Review review;

    ReviewEntries(Review review) {
        this.review = review;
    }

    List<ToldEntry> told() {
        List<ToldEntry> entries = new ArrayList<>();
        PartialDate on = review.date("Date").orElseThrow();
        String request =
                review.isRequest() ? described() : "Requested by this day, on which it was decided. " + described();
        entries.add(new ToldEntry("request", body(EntryKind.FILING, on, request)));
        if (!review.isRequest()) {
            entries.add(new ToldEntry("decision", decision(on)));
        }
        if (review.isWithdrawn()) {
            entries.add(new ToldEntry(
                    "withdrawal",
                    body(
                            EntryKind.WITHDRAWAL,
                            review.date("WithdrawnAppealDate").orElseThrow(),
                            review.text("WithdrawnAppealReasons").orElse("The request was withdrawn"))));
        }
        return entries;
    }

    private String described() {
        return Stream.concat(
                        Stream.of(review.title()),
                        Stream.concat(
                                review.text("Description").stream(),
                                review.codes("AppealIrregularity", "IrregularityTypeCode").stream()
                                        .map(code -> "Irregularity: " + code)))
                .collect(Collectors.joining(". "));
    }

    private ObjectNode decision(PartialDate on) {
        List<String> codes = review.codes("AppealDecision", "DecisionTypeCode");
        List<String> remedies = review.codes("AppealRemedy", "RemedyTypeCode");
        String words = "Decision: " + (codes.isEmpty() ? "not told" : String.join(", ", codes))
                + (remedies.isEmpty() ? "" : ". Remedy: " + String.join(", ", remedies))
                + review.remedyValue()
                        .map(value -> ". Value of the remedy: " + value)
                        .orElse("");
        return switch (codes.size() == 1 ? codes.get(0) : "") {
            case "accepted" -> body(EntryKind.RULING, on, words).put("outcome", "for-claimant");
            case "rej-nirreg" -> body(EntryKind.RULING, on, words).put("outcome", "for-respondent");
            case "rej-ncomp" -> body(EntryKind.DISMISSAL, on, words).put("reason", "jurisdiction");
            case "rej-dl-passed", "rej-other" ->
                body(EntryKind.DISMISSAL, on, words).put("reason", "standing");
            case "rej-resolv" -> body(EntryKind.DISMISSAL, on, words).put("reason", "moot");
            case "rej-npaid", "rej-signed" ->
                body(EntryKind.DISMISSAL, on, words).put("reason", "other");
            default -> body(EntryKind.ORDER, on, words);
        };
    }

    private ObjectNode body(EntryKind kind, PartialDate on, String words) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", kind.word());
        body.put("on", on.text());
        body.put("text", Texts.cut(words, 4000));
        body.putArray("sources").add(review.source());
        return body;
    }
}
