package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An entity of FollowTheMoney: an id, a schema, and for each property a list of texts.
 *
 * @param id as the dataset has it
 * @param schema such as {@code Company}
 * @param caption how the dataset calls it in one line; empty when it doesn't
 */
record FtmEntity(String id, String schema, String caption, JsonNode properties) {

    private static final int DAY = 10;
    private static final int LONGEST_KEY = 76;

    private static final Set<String> ORGANIZATIONS = Set.of("Company", "Organization", "LegalEntity", "PublicBody");

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the line is no entity */
    static FtmEntity of(JsonNode line) {
        if (!line.path("id").isTextual()
                || !line.path("schema").isTextual()
                || !line.path("properties").isObject()) {
            throw Problem.MALFORMED_BODY.because("The line is no entity: it needs an id, a schema and properties");
        }
        return new FtmEntity(
                line.path("id").asText(),
                line.path("schema").asText(),
                line.path("caption").asText(""),
                line.path("properties"));
    }

    boolean isOrganization() {
        return ORGANIZATIONS.contains(schema);
    }

    boolean isPerson() {
        return schema.equals("Person");
    }

    /** The values, each once; a property that some write without a list has one. */
    List<String> all(String property) {
        JsonNode values = properties.path(property);
        return (values.isArray() ? StreamSupport.stream(values.spliterator(), false) : Stream.of(values))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> value.asText().strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** The first value; empty text when there is none. */
    String first(String property) {
        return all(property).stream().findFirst().orElse("");
    }

    /** The day, month or year of the first value; empty text when there is none. */
    String date(String property) {
        String date = first(property);
        return date.substring(0, Math.min(DAY, date.length()));
    }

    /** A key for a fact that the entity is; of ids that would have the same, or are too long, with a number of their own. */
    String key(String suffix) {
        String told = id + suffix;
        String words =
                told.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (words.equals(told) && words.length() <= LONGEST_KEY) {
            return "ftm-" + words;
        }
        String number =
                UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
        return ("ftm-" + words.substring(0, Math.min(LONGEST_KEY - number.length() - 1, words.length())))
                        .replaceAll("-$", "")
                + "-" + number;
    }

    static boolean isWebAddress(String text) {
        return !text.isEmpty() && new WebAddress.Check().isValid(text, null);
    }

    /** Where it says so; with the words that it says where it names no address. */
    ObjectNode citation(String words) {
        ObjectNode citation = JsonNodeFactory.instance.objectNode();
        String publisher = first("publisher");
        citation.put("publisher", publisher.isEmpty() ? "FollowTheMoney dataset" : publisher);
        citation.put("title", schema + " " + id);
        String url = first("sourceUrl");
        if (isWebAddress(url)) {
            citation.put("url", url);
        } else {
            citation.put("quote", words);
        }
        return citation;
    }
}
