package io.cumulo.companies.gleif;

import static io.cumulo.companies.gleif.GleifText.day;
import static io.cumulo.companies.gleif.GleifText.joined;
import static io.cumulo.companies.gleif.GleifText.put;
import static io.cumulo.companies.gleif.GleifText.required;
import static io.cumulo.companies.gleif.GleifText.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.problem.Problem;
import java.util.Locale;

/**
 * What GLEIF says about one company in one element.
 *
 * @param lei of the company
 * @param key of the fact
 * @param body as a client would PUT it
 */
record GleifStatement(String lei, String key, ObjectNode body) {

    private static final int MAX_TEXT = 1500;
    private static final int MAX_REFERENCE = 500;

    /** A reporting exception: why no parent is named. Older answers list several reasons and references, the first of which is the main one. */
    static GleifStatement ofException(JsonNode element) {
        JsonNode exception = element.path("attributes");
        String lei = required(exception, "lei");
        String category = required(exception, "category");
        String level = level(category);
        JsonNode reasons = exception.path("reason");
        String reason = text(reasons.isArray() ? reasons.path(0) : reasons);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("level", level);
        body.put("reason", reason.toLowerCase(Locale.ROOT).replace('_', '-'));
        put(body, "reference", cut(joined(exception.path("reference")), MAX_REFERENCE));
        put(body, "validFrom", day(exception.path("validFrom")));
        put(body, "validTo", day(exception.path("validTo")));
        body.putArray("sources")
                .add(GleifSource.citation(
                        "LEI Level 2 reporting exception: " + category, lei, MissingNode.getInstance()));
        return new GleifStatement(lei, "gleif-" + level, body);
    }

    private static String level(String category) {
        return switch (category.split("_", 2)[0]) {
            case "DIRECT" -> "direct";
            case "ULTIMATE" -> "ultimate";
            default -> throw Problem.INVALID_BODY.because("No category of reporting exceptions: " + category);
        };
    }

    /** A modification of a field of the record: something that happened to it on a day, from a value to another. */
    static GleifStatement ofModification(JsonNode element) {
        GleifModification modification = new GleifModification(element);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("on", modification.day());
        body.put("title", "LEI record modified: " + modification.fieldName());
        body.put(
                "description",
                cut(
                        modification.field() + ": from " + told(modification.before()) + " to "
                                + told(modification.after()),
                        MAX_TEXT));
        body.put("certainty", "confirmed");
        body.putArray("sources").add(modification.citation());
        return new GleifStatement(
                modification.lei(), "gleif-" + required(element, "id").toLowerCase(Locale.ROOT), body);
    }

    /** The end of an entity, as its record tells it. */
    static GleifStatement ofExpiration(GleifRecord record) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("on", record.endedOn());
        body.put("title", "The legal entity ended");
        body.put(
                "description",
                "LEI record: status INACTIVE, reason " + (record.endedBy().isEmpty() ? "not given" : record.endedBy()));
        body.put("certainty", "confirmed");
        body.putArray("sources").add(record.citation());
        return new GleifStatement(record.lei(), "gleif-expiration", body);
    }

    private static String told(String value) {
        return value.isEmpty() ? "nothing" : "\"" + value + "\"";
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(most - 2, text.codePointCount(0, text.length()) - 2)))
                        + " …";
    }
}
