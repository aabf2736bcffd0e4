package io.cumulo.disputes.courtlistener;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Digest;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An entry of a docket as PACER prints it. */
final class PacerEntry {

    private static final Set<String> MAPPED =
            Set.of("date_filed", "document_number", "entry_number", "description", "short_description", "pacer_doc_id");
    private static final int MAX_TEXT = 4000;
    private static final int MAX_NUMBER = 40;
    private static final int DIGEST = 20;

    private final JsonNode entry;
    private final String caption;

    /** @param caption of the case */
    PacerEntry(JsonNode entry, String caption) {
        this.entry = entry;
        this.caption = caption;
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (Entries.day(entry.path("date_filed")).isEmpty()) {
            faults.add(Fault.at("/date_filed", "must be a date as 2020-01-01"));
        }
        if (text().isEmpty()) {
            faults.add(Fault.at("/description", "must be text"));
        }
        return faults;
    }

    /** By what PACER calls the document, or the number, or what the entry says: the same entry is found again. */
    String key() {
        return Texts.text(entry.path("pacer_doc_id"))
                .map(id -> Keys.of("pacer-" + id.toLowerCase(Locale.ROOT)))
                .or(() -> number().map(number -> Keys.of("ecf-" + number.toLowerCase(Locale.ROOT))))
                .orElseGet(() -> "entry-"
                        + Digest.of(entry.path("date_filed").asText() + "\n" + text().orElse(""))
                                .substring(0, DIGEST));
    }

    ObjectNode body() {
        String words = text().orElseThrow();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", PrintedKind.of(words).word());
        body.put("on", Entries.day(entry.path("date_filed")).orElseThrow().text());
        number().ifPresent(number -> body.put("number", number));
        body.put("text", Texts.cut(words, MAX_TEXT));
        body.putArray("sources").add(DocketCase.source(caption, words));
        return body;
    }

    private Optional<String> number() {
        return Texts.first(entry.path("document_number"), entry.path("entry_number"))
                .map(String::strip)
                .filter(number -> number.length() <= MAX_NUMBER);
    }

    private Optional<String> text() {
        return Texts.first(entry.path("description"), entry.path("short_description"))
                .map(String::strip);
    }

    List<String> unmapped() {
        List<String> paths = new ArrayList<>();
        Entries.unmapped(entry, MAPPED).forEach(path -> paths.add("docket_entries/" + path));
        if (text().orElseThrow().length() > MAX_TEXT) {
            paths.add("docket_entries/description: beyond " + MAX_TEXT + " characters");
        }
        return paths;
    }
}
