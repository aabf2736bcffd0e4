package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** A reporting exception: why no parent is named. */
    static GleifStatement ofException(JsonNode element) {
        JsonNode exception = element.path("attributes");
        String lei = exception.path("lei").asText();
        String level = exception.path("category").asText().startsWith("DIRECT") ? "direct" : "ultimate";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("level", level);
        body.put(
                "reason",
                exception.path("reason").asText().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (exception.path("reference").isTextual()) {
            body.put("reference", exception.path("reference").asText());
        }
        body.putArray("sources")
                .add(GleifSource.citation(
                        "LEI Level 2 reporting exception: "
                                + exception.path("category").asText(),
                        lei,
                        ""));
        return new GleifStatement(lei, "gleif-" + level, body);
    }

    /** A modification of a field of the record: something that happened to it on a day, from a value to another. */
    static GleifStatement ofModification(JsonNode element) {
        JsonNode modification = element.path("attributes");
        String lei = modification.path("lei").asText();
        String field = modification.path("field").asText();
        String day = GleifSource.day(modification.path("date").asText());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("on", day);
        body.put("title", "LEI record modified: " + field.substring(field.lastIndexOf(':') + 1));
        body.put(
                "description",
                cut(field + ": from " + told(modification.path("valueOld")) + " to "
                        + told(modification.path("valueNew"))));
        body.put("certainty", "confirmed");
        body.putArray("sources").add(GleifSource.citation("Field modifications of LEI record " + lei, lei, day));
        return new GleifStatement(lei, "gleif-" + element.path("id").asText(), body);
    }

    private static String told(JsonNode value) {
        return value.isTextual() ? "\"" + value.asText() + "\"" : "nothing";
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + " …";
    }
}
