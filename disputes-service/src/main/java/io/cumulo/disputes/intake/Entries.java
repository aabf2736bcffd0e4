package io.cumulo.disputes.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonFault;
import io.cumulo.kit.value.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of JSON files as trees: amounts are exact decimals, as they were printed. */
public final class Entries {

    private static final JsonMapper JSON = JsonMapper.builder()
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Entries() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no JSON object */
    public static JsonNode object(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException malformed) {
            throw Problem.MALFORMED_BODY.because("The entry is not well-formed JSON: " + JsonFault.words(malformed));
        }
        throw Problem.MALFORMED_BODY.because("A JSON object is expected");
    }

    /** The day with which a date or instant begins; empty when it is none. */
    public static Optional<PartialDate> day(JsonNode date) {
        String text = date.isTextual() ? date.textValue() : "";
        try {
            return text.length() < "2020-01-01".length()
                    ? Optional.empty()
                    : Optional.of(new PartialDate(text.substring(0, "2020-01-01".length())));
        } catch (IllegalArgumentException noDay) {
            return Optional.empty();
        }
    }

    /** Members that nothing is taken from, by path. */
    public static List<String> unmapped(JsonNode entry, Set<String> mapped) {
        List<String> paths = new ArrayList<>();
        entry.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean says = !value.isNull()
                    && !(value.isContainerNode() && value.isEmpty())
                    && !(value.isTextual() && value.textValue().isEmpty());
            if (says && !mapped.contains(member.getKey())) {
                paths.add(Texts.cut(member.getKey(), 100));
            }
        });
        return paths;
    }
}
