package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** GLEIF as the source of a fact. */
final class GleifSource {

    private static final int DAY = 10;

    private GleifSource() {}

    /**
     * A citation.
     *
     * @param title what of GLEIF's
     * @param lei of the record where it is found
     * @param on instant of GLEIF's last word on it; empty when it doesn't say
     */
    static ObjectNode citation(String title, String lei, String on) {
        ObjectNode citation = JsonNodeFactory.instance.objectNode();
        citation.put("publisher", "Global Legal Entity Identifier Foundation");
        citation.put("title", title);
        citation.put("url", "https://search.gleif.org/#/record/" + lei);
        if (on.length() >= DAY) {
            citation.put("publishedOn", day(on));
        }
        citation.put("language", "en");
        return citation;
    }

    /** The day of an instant. */
    static String day(String instant) {
        return instant.substring(0, Math.min(DAY, instant.length()));
    }
}
