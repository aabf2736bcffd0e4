package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** That an entity came in the place of another: read from the record of the one that ended, and an entry by itself, for the other may not be known. */
record GleifSuccession(JsonNode element) {

    static ObjectNode of(GleifRecord ended, String successor) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("type", GleifElements.SUCCESSION);
        element.put("predecessor", ended.lei());
        element.put("successor", successor);
        element.set("source", ended.citation());
        return element;
    }

    String predecessor() {
        return GleifText.required(element, "predecessor");
    }

    String successor() {
        return GleifText.required(element, "successor");
    }

    String key() {
        return "gleif-succeeded-by-" + successor().toLowerCase(Locale.ROOT);
    }

    ObjectNode body(String successor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "succeeded-by").put("to", successor);
        body.putArray("sources").add(element.path("source"));
        return body;
    }
}
