package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An entity of FollowTheMoney: an id, a schema, and for each property a list of texts.
 *
 * @param id as the dataset has it
 * @param schema such as {@code Company}
 */
record FtmEntity(String id, String schema, JsonNode properties) {

    private static final Set<String> ORGANIZATIONS = Set.of("Company", "Organization", "LegalEntity", "PublicBody");

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the line is no entity */
    static FtmEntity of(JsonNode line) {
        if (!line.path("id").isTextual()
                || !line.path("schema").isTextual()
                || !line.path("properties").isObject()) {
            throw Problem.MALFORMED_BODY.because("The line is no entity: it needs an id, a schema and properties");
        }
        return new FtmEntity(line.path("id").asText(), line.path("schema").asText(), line.path("properties"));
    }

    boolean isOrganization() {
        return ORGANIZATIONS.contains(schema);
    }

    boolean isOwnership() {
        return schema.equals("Ownership");
    }

    List<String> all(String property) {
        List<String> values = new ArrayList<>();
        properties.path(property).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** The first value; empty text when there is none. */
    String first(String property) {
        return properties.path(property).path(0).asText("");
    }

    /** A key for a fact that the entity is. */
    String key() {
        String key = "ftm-"
                + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return key.substring(0, Math.min(80, key.length())).replaceAll("-$", "");
    }

    /** Where it says so; with the words that it says where it names no address. */
    ObjectNode citation(String words) {
        ObjectNode citation = JsonNodeFactory.instance.objectNode();
        String publisher = first("publisher");
        citation.put("publisher", publisher.isEmpty() ? "FollowTheMoney dataset" : publisher);
        citation.put("title", schema + " " + id);
        String url = first("sourceUrl");
        if (url.startsWith("http://") || url.startsWith("https://")) {
            citation.put("url", url);
        } else {
            citation.put("quote", words);
        }
        return citation;
    }
}
