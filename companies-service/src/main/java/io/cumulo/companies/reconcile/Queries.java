package io.cumulo.companies.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonFault;
import io.cumulo.kit.value.StorableText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a batch of queries (W3C Reconciliation Service API 0.2, section 4). Members that a later version of the API may bring are left aside;
 * what can't be understood of the known ones is refused, all at once.
 */
final class Queries {

    static final int MAX_BATCH = 50;

    private static final int DEFAULT_LIMIT = 5;
    private static final int MAX_LIMIT = 50;
    private static final int MAX_TEXT = 300;
    private static final int MAX_VALUES = 20;

    private final List<Fault> faults = new ArrayList<>();

    private Queries() {}

    /**
     * The queries by the client's names for them, in their order.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no JSON object, is too long, or a query can't be understood
     */
    static Map<String, Query> parse(ObjectMapper mapper, String json) {
        JsonNode batch = object(mapper, "queries", json);
        if (batch.size() > MAX_BATCH) {
            throw refused(List.of(Fault.parameter("queries", "at most " + MAX_BATCH + " in one batch")));
        }
        Queries reading = new Queries();
        Map<String, Query> queries = new LinkedHashMap<>();
        batch.properties()
                .forEach(named -> queries.put(named.getKey(), reading.query(named.getKey(), named.getValue())));
        if (!reading.faults.isEmpty()) {
            throw refused(reading.faults);
        }
        return queries;
    }

    static JsonNode object(ObjectMapper mapper, String parameter, String json) {
        JsonNode tree = tree(mapper, parameter, json);
        if (tree == null || !tree.isObject()) {
            throw refused(List.of(Fault.parameter(parameter, "must be a JSON object")));
        }
        texts(tree)
                .map(StorableText::fault)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(detail -> {
                    throw refused(List.of(Fault.parameter(parameter, detail)));
                });
        return tree;
    }

    private static JsonNode tree(ObjectMapper mapper, String parameter, String json) {
        try {
            return mapper.reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(json);
        } catch (JsonProcessingException malformed) {
            throw refused(List.of(Fault.parameter(parameter, "can't be read as JSON: " + JsonFault.words(malformed))));
        }
    }

    /** Every text in it, names of members too. */
    private static Stream<String> texts(JsonNode tree) {
        Stream<String> own = tree.isTextual()
                ? Stream.of(tree.textValue())
                : tree.properties().stream().map(Map.Entry::getKey);
        return Stream.concat(
                own, StreamSupport.stream(tree.spliterator(), false).flatMap(Queries::texts));
    }

    static RuntimeException refused(List<Fault> faults) {
        return Problem.INVALID_PARAMETER.because("The batch can't be understood", faults);
    }

    private Query query(String name, JsonNode query) {
        Map<Property, List<String>> expected = expected(name, query.path("properties"));
        String text = query.path("query").asText("").strip();
        boolean identified = expected.keySet().stream().anyMatch(Property::isIdentifier);
        if (text.isEmpty() && !identified) {
            fault(name, "query must be a text, or an identifier must be among the properties");
        } else if (text.length() > MAX_TEXT || text.codePoints().anyMatch(Character::isISOControl)) {
            fault(name, "query must be at most " + MAX_TEXT + " characters, none of them a control character");
        }
        return new Query(text, kinds(name, query.path("type")), expected, limit(name, query.path("limit")));
    }

    private Set<CompanyKind> kinds(String name, JsonNode type) {
        Set<CompanyKind> kinds = EnumSet.noneOf(CompanyKind.class);
        each(type).map(JsonNode::asText).forEach(id -> CompanyType.of(id)
                .ifPresentOrElse(known -> kinds.addAll(known.kinds()), () -> fault(name, "no type " + id)));
        return kinds.isEmpty() ? CompanyType.ANY.kinds() : kinds;
    }

    private int limit(String name, JsonNode limit) {
        if (limit.isMissingNode() || limit.isNull()) {
            return DEFAULT_LIMIT;
        }
        if (!limit.canConvertToInt() || limit.asInt() < 1) {
            fault(name, "limit must be a whole number above 0");
        }
        return Math.min(limit.asInt(), MAX_LIMIT);
    }

    private Map<Property, List<String>> expected(String name, JsonNode properties) {
        Map<Property, List<String>> expected = new EnumMap<>(Property.class);
        each(properties).forEach(property -> {
            String id = property.path("pid").asText();
            List<String> values = each(property.path("v"))
                    .limit(MAX_VALUES)
                    .map(Queries::text)
                    .filter(value -> !value.isBlank())
                    .toList();
            Property.byId(id)
                    .ifPresentOrElse(known -> put(expected, known, values), () -> fault(name, "no property " + id));
        });
        return expected;
    }

    /** An empty cell of the table expects nothing. */
    private static void put(Map<Property, List<String>> expected, Property property, List<String> values) {
        if (!values.isEmpty()) {
            expected.put(property, values);
        }
    }

    /** A value is a string, a number, a boolean or an entity. */
    private static String text(JsonNode value) {
        JsonNode scalar = value.isObject() ? value.path("id") : value;
        return scalar.asText().strip();
    }

    private static Stream<JsonNode> each(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Stream.of();
        }
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    private void fault(String name, String detail) {
        faults.add(Fault.parameter("queries", name + ": " + detail));
    }
}
