package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** GLEIF as the source of a fact. */
final class GleifSource {

    static final String RECORDS = "https://search.gleif.org/#/record/";

    private GleifSource() {}

    /**
     * A citation.
     *
     * @param title what of GLEIF's
     * @param lei of the record where it is found
     * @param on instant of GLEIF's last word on it; nothing when it doesn't say
     */
    static ObjectNode citation(String title, String lei, JsonNode on) {
        ObjectNode citation = JsonNodeFactory.instance.objectNode();
        citation.put("publisher", "Global Legal Entity Identifier Foundation");
        citation.put("title", title);
        citation.put("url", RECORDS + lei);
        GleifText.put(citation, "publishedOn", GleifText.day(on));
        citation.put("language", "en");
        return citation;
    }
}
