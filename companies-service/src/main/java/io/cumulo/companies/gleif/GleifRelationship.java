package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** A Level 2 record: who owns whom. The start node is consolidated by the end node. */
record GleifRelationship(JsonNode element) {

    String gleifType() {
        return relationship().path("type").asText();
    }

    /** Read from the parent; empty for funds and branches, which are no parents. */
    Optional<String> type() {
        return switch (gleifType()) {
            case "IS_DIRECTLY_CONSOLIDATED_BY" -> Optional.of("parent-of");
            case "IS_ULTIMATELY_CONSOLIDATED_BY" -> Optional.of("ultimate-parent-of");
            default -> Optional.empty();
        };
    }

    String child() {
        return relationship().path("startNode").path("id").asText();
    }

    String parent() {
        return relationship().path("endNode").path("id").asText();
    }

    String key() {
        return "gleif-" + child().toLowerCase(Locale.ROOT) + "-" + type().orElseThrow();
    }

    ObjectNode body(String child) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type().orElseThrow());
        body.put("to", child);
        for (JsonNode period : relationship().path("periods")) {
            if (period.path("type").asText().equals("RELATIONSHIP_PERIOD")) {
                put(body, "validFrom", period.path("startDate").asText(""));
                put(body, "validTo", period.path("endDate").asText(""));
            }
        }
        body.putArray("sources")
                .add(GleifSource.citation(
                        "LEI Level 2 record: " + child() + " " + gleifType() + " " + parent(),
                        child(),
                        element.path("attributes")
                                .path("registration")
                                .path("lastUpdateDate")
                                .asText("")));
        return body;
    }

    private static void put(ObjectNode body, String member, String instant) {
        if (!instant.isEmpty() && !instant.equals("null")) {
            body.put(member, GleifSource.day(instant));
        }
    }

    private JsonNode relationship() {
        return element.path("attributes").path("relationship");
    }
}
