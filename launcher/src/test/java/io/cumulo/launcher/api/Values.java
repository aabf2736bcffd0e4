package io.cumulo.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that a schema allows, and values that it doesn't quite. */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final ApiDocument document;
    private final Random random;

    Values(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** A value that the schema allows; {@code full} has every member and the largest sizes, else only what is needed. */
    JsonNode valid(JsonNode given, boolean full) {
        return valid(given, full, 0);
    }

    private JsonNode valid(JsonNode given, boolean full, int depth) {
        JsonNode schema = document.resolved(given);
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return valid(
                        schema.get(choice)
                                .get(
                                        full
                                                ? 0
                                                : random.nextInt(
                                                        schema.get(choice).size())),
                        full,
                        depth);
            }
        }
        if (schema.has("allOf")) {
            return merged(schema, full, depth);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (type(schema, full)) {
            case "object" -> object(schema, full, depth);
            case "array" -> array(schema, full, depth);
            case "integer" -> NODES.numberNode(number(schema, full).longValue());
            case "number" -> NODES.numberNode(number(schema, full));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> NODES.textNode(text(schema, full));
        };
    }

    private JsonNode merged(JsonNode schema, boolean full, int depth) {
        JsonNode first = valid(schema.get("allOf").get(0), full, depth);
        for (int index = 1; index < schema.get("allOf").size(); index++) {
            if (first instanceof ObjectNode object
                    && valid(schema.get("allOf").get(index), full, depth) instanceof ObjectNode more) {
                object.setAll(more);
            }
        }
        return first;
    }

    private String type(JsonNode schema, boolean full) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(full ? 0 : random.nextInt(type.size())).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, boolean full, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(member -> {
            if (required.contains(member.getKey()) || (depth < DEEPEST && (full || random.nextInt(3) == 0))) {
                object.set(member.getKey(), valid(member.getValue(), full, depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject() && full && depth < DEEPEST) {
            object.set("servers", valid(schema.get("additionalProperties"), true, depth + 1));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, boolean full, int depth) {
        ArrayNode array = NODES.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(3), least + 3);
        int size = depth >= DEEPEST ? least : full ? most : least + random.nextInt(most - least + 1);
        for (int index = 0; index < size; index++) {
            array.add(valid(schema.path("items"), full, depth + 1));
        }
        return array;
    }

    private BigDecimal number(JsonNode schema, boolean full) {
        BigDecimal least = schema.has("minimum")
                ? schema.get("minimum").decimalValue()
                : schema.has("exclusiveMinimum")
                        ? schema.get("exclusiveMinimum").decimalValue().add(BigDecimal.ONE)
                        : BigDecimal.ONE;
        BigDecimal most = schema.has("maximum") ? schema.get("maximum").decimalValue() : least.add(BigDecimal.TEN);
        return full ? most : least;
    }

    private String text(JsonNode schema, boolean full) {
        switch (schema.path("format").asText()) {
            case "date":
                return "2020-04-2" + random.nextInt(10);
            case "date-time":
                return "2020-04-20T10:00:0" + random.nextInt(10) + "Z";
            case "uuid":
                return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case "uri":
                return "https://example.org/" + random.nextInt(1000);
            default:
                break;
        }
        int most = schema.path("maxLength").asInt(40);
        int least = schema.path("minLength").asInt(0);
        String pattern = schema.path("pattern").asText("");
        if (!pattern.isEmpty() && !pattern.equals("\\S")) {
            String found = RgxGen.parse(pattern.replaceAll("^\\^|\\$$", "")).generate(random);
            return found.length() > most ? found.substring(0, most).replaceAll("[^a-z0-9]+$", "") : found;
        }
        int length = full ? most : Math.max(Math.max(1, least), Math.min(most, 1 + random.nextInt(12)));
        return "ñ阿x ".repeat(length / 4 + 1).substring(0, Math.max(1, length)).replaceAll("^ | $", "z");
    }

    /** Values near the valid one that the schema refuses: each with one fault. */
    List<JsonNode> invalid(JsonNode given) {
        JsonNode schema = document.resolved(given);
        JsonNode valid = valid(given, true);
        List<JsonNode> invalid = new ArrayList<>();
        if (!(valid instanceof ObjectNode object)) {
            return List.of(NODES.objectNode().put("unheardOf", 1));
        }
        invalid.add(object.deepCopy().put("unheardOf", "x"));
        invalid.add(NODES.objectNode());
        schema.path("required").forEach(name -> {
            ObjectNode without = object.deepCopy();
            without.remove(name.asText());
            invalid.add(without);
        });
        schema.path("properties").properties().forEach(member -> {
            invalid.add(object.deepCopy().set(member.getKey(), wrong(member.getValue())));
            JsonNode type = document.resolved(member.getValue());
            if (type.path("maxLength").isInt()) {
                invalid.add(object.deepCopy()
                        .put(member.getKey(), "x".repeat(type.path("maxLength").asInt() + 1)));
            }
            if (type.has("pattern") || type.has("enum") || type.has("format")) {
                invalid.add(object.deepCopy().put(member.getKey(), "~\u0000~"));
            }
        });
        return invalid;
    }

    private JsonNode wrong(JsonNode schema) {
        JsonNode valid = valid(schema, true);
        return switch (random.nextInt(4)) {
            case 0 -> valid.isNumber() ? NODES.textNode("twelve") : NODES.numberNode(new BigDecimal("1e30"));
            case 1 ->
                valid.isArray()
                        ? NODES.arrayNode().addNull()
                        : NODES.arrayNode().add(NODES.arrayNode());
            case 2 ->
                valid.isObject() ? NODES.booleanNode(true) : NODES.objectNode().put("a", 1);
            default -> valid.isTextual() ? NODES.textNode("") : NODES.textNode("x");
        };
    }
}
