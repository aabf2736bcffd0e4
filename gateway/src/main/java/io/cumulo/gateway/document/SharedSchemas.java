package io.cumulo.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The schemas of all services under one set of names: the same schema keeps its name, another one of that name takes its service's before it. */
final class SharedSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, JsonNode> known = new HashMap<>();
    private final Set<String> own;

    /** @param own names that the gateway's own schemas have: what the kit gives to every process is the same in all */
    SharedSchemas(Set<String> own) {
        this.own = new HashSet<>(own);
    }

    /** The document with the names changed that mean something else in an earlier one. */
    JsonNode withNamesOfItsOwn(String service, JsonNode document) {
        JsonNode schemas = document.at("/components/schemas");
        Map<String, String> renamed = new HashMap<>();
        Set<String> changed = new HashSet<>();
        schemas.properties().forEach(schema -> {
            if (known.containsKey(schema.getKey())
                    && !known.get(schema.getKey()).equals(schema.getValue())) {
                changed.add(schema.getKey());
            }
        });
        changed.forEach(name -> renamed.put(name, prefixed(service, name)));
        ObjectNode result = (ObjectNode) renamed(document, renamed);
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        result.at("/components/schemas")
                .properties()
                .forEach(
                        schema -> named.set(renamed.getOrDefault(schema.getKey(), schema.getKey()), schema.getValue()));
        ((ObjectNode) result.get("components")).set("schemas", named);
        schemas.properties().forEach(schema -> known.putIfAbsent(schema.getKey(), schema.getValue()));
        return result;
    }

    private String prefixed(String service, String name) {
        String apart = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1) + name;
        if (!own.add(apart)) {
            throw new IllegalStateException("two schemas would be called " + apart);
        }
        return apart;
    }

    private static JsonNode renamed(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            member.getKey().equals("$ref") && member.getValue().isTextual()
                                    ? ref(member.getValue().asText(), names)
                                    : renamed(member.getValue(), names)));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(renamed(element, names)));
            return copy;
        }
        return node;
    }

    private static TextNode ref(String ref, Map<String, String> names) {
        String name = ref.startsWith(PREFIX) ? ref.substring(PREFIX.length()) : "";
        return TextNode.valueOf(names.containsKey(name) ? PREFIX + names.get(name) : ref);
    }
}
