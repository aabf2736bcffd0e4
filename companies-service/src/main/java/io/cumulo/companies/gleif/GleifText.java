package io.cumulo.companies.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.problem.Problem;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads members of GLEIF's elements: what is null, missing or blank is empty text. */
final class GleifText {

    private static final int DAY = 10;

    private GleifText() {}

    static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    /** Of older answers, which list several. */
    static String joined(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(GleifText::text)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "))
                : text(value);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when it says nothing */
    static String required(JsonNode parent, String member) {
        String text = text(parent.path(member));
        if (text.isEmpty()) {
            throw Problem.INVALID_BODY.because("The element has no " + member);
        }
        return text;
    }

    /** The day of an instant; empty when there is none. */
    static String day(JsonNode instant) {
        String text = text(instant);
        return text.substring(0, Math.min(DAY, text.length()));
    }

    /** Sets the member, where there is something to tell. */
    static void put(ObjectNode body, String member, String value) {
        if (!value.isEmpty()) {
            body.put(member, value);
        }
    }
}
