package io.cumulo.companies.gleif;

import static io.cumulo.companies.gleif.GleifText.day;
import static io.cumulo.companies.gleif.GleifText.put;
import static io.cumulo.companies.gleif.GleifText.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A Level 2 record: who owns whom. The start node is consolidated by the end node, or is a branch of it. */
record GleifRelationship(JsonNode element) {

    private static final Set<String> TAKEN_BACK = Set.of("ANNULLED", "DUPLICATE");

    String gleifType() {
        return text(relationship().path("type"));
    }

    /** Empty for funds, which are no parents, and for records that GLEIF itself took back. */
    Optional<String> type() {
        if (TAKEN_BACK.contains(text(registration().path("status")))) {
            return Optional.empty();
        }
        return switch (gleifType()) {
            case "IS_DIRECTLY_CONSOLIDATED_BY" -> Optional.of("parent-of");
            case "IS_ULTIMATELY_CONSOLIDATED_BY" -> Optional.of("ultimate-parent-of");
            case "IS_INTERNATIONAL_BRANCH_OF" -> Optional.of("unit-of");
            default -> Optional.empty();
        };
    }

    /** What it is that has no place, where it has none. */
    String unmapped() {
        String status = text(registration().path("status"));
        return "relationship-records/" + gleifType() + (TAKEN_BACK.contains(status) ? "/" + status : "");
    }

    String start() {
        return GleifText.required(relationship().path("startNode"), "id");
    }

    String end() {
        return GleifText.required(relationship().path("endNode"), "id");
    }

    /** Whose fact it is: parents are asked for their children, branches for their head. */
    String subject() {
        return isBranch() ? start() : end();
    }

    String target() {
        return isBranch() ? end() : start();
    }

    private boolean isBranch() {
        return type().equals(Optional.of("unit-of"));
    }

    String key() {
        return "gleif-" + (isBranch() ? end() : start()).toLowerCase(Locale.ROOT) + "-" + type().orElseThrow();
    }

    /** @param target key of the company at the other end */
    ObjectNode body(String target) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type().orElseThrow());
        body.put("to", target);
        for (JsonNode period : relationship().path("periods")) {
            if (text(period.path("type")).equals("RELATIONSHIP_PERIOD")) {
                put(body, "validFrom", day(period.path("startDate")));
                put(body, "validTo", day(period.path("endDate")));
            }
        }
        if (body.path("validTo").isMissingNode()) {
            put(body, "validTo", ended());
        }
        for (JsonNode quantifier : relationship().path("quantifiers")) {
            share(quantifier).ifPresent(share -> body.put("percentage", share));
        }
        body.putArray("sources")
                .add(GleifSource.citation(
                        "LEI Level 2 record: " + start() + " " + gleifType() + " " + end(),
                        start(),
                        registration().path("lastUpdateDate")));
        return body;
    }

    /** Of a record that says that it is over and not when: the day of GLEIF's last word on it. */
    private String ended() {
        String deleted = day(element.path("attributes").path("extension").path("deletedAt"));
        boolean isOver = text(relationship().path("status")).equals("INACTIVE");
        return !deleted.isEmpty() || !isOver ? deleted : day(registration().path("lastUpdateDate"));
    }

    private static Optional<BigDecimal> share(JsonNode quantifier) {
        JsonNode amount = quantifier.path("quantifierAmount");
        boolean isShare = text(quantifier.path("quantifierUnits")).equals("PERCENTAGE");
        return isShare && text(amount).matches("[0-9]{1,3}(\\.[0-9]{1,3}0*)?")
                ? Optional.of(new BigDecimal(text(amount)).stripTrailingZeros())
                : Optional.empty();
    }

    private JsonNode relationship() {
        return element.path("attributes").path("relationship");
    }

    private JsonNode registration() {
        return element.path("attributes").path("registration");
    }
}
