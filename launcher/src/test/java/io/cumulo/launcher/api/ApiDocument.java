package io.cumulo.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The merged OpenAPI document, as a client reads it: its operations, and what it says of their answers. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode root;
    private final ObjectNode strict;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    public ApiDocument(JsonNode root) {
        this.root = root;
        this.strict = strict(root.path("components"));
    }

    /** An operation; {@code item} is the path item that it stands in. */
    public record Operation(String method, String path, JsonNode node) {

        public String id() {
            return node.path("operationId").asText();
        }

        public List<JsonNode> parameters(String in) {
            List<JsonNode> found = new ArrayList<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals(in)) {
                    found.add(parameter);
                }
            });
            return found;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.add(new Operation(
                        member.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), member.getValue()))));
        return operations;
    }

    /** What stands behind a reference, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = root.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** What an answer has that the document doesn't say; empty when it is as documented. */
    public List<String> faults(Operation operation, int status, String contentType, String body, JsonNode json) {
        JsonNode declared = operation.node().path("responses").path(String.valueOf(status));
        if (declared.isMissingNode()) {
            return List.of("status " + status + " isn't declared: " + excerpt(body));
        }
        JsonNode content = resolved(declared).path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of(status + " has a body that isn't declared: " + excerpt(body));
        }
        String type = withoutParameters(contentType);
        Optional<JsonNode> media = content.properties().stream()
                .filter(declaredType -> withoutParameters(declaredType.getKey()).equals(type))
                .map(Map.Entry::getValue)
                .findFirst();
        if (media.isEmpty()) {
            return List.of(status + " is " + contentType + ", declared is " + names(content));
        }
        return type.endsWith("json") && !type.equals("application/x-ndjson")
                ? shapeFaults(status, media.get().path("schema"), json)
                : List.of();
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.replaceAll("\\s*;.*$", "");
    }

    private List<String> shapeFaults(int status, JsonNode schema, JsonNode json) {
        if (json == null) {
            return List.of(status + " isn't JSON");
        }
        Set<String> faults = new TreeSet<>();
        for (ValidationMessage message : schema(schema).validate(json)) {
            faults.add(status + " " + message.getMessage());
        }
        return List.copyOf(faults);
    }

    private JsonSchema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), text -> {
            ObjectNode whole = strict.objectNode();
            whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            whole.putArray("allOf").add(schema);
            whole.set("components", strict);
            return factory.getSchema(
                    whole,
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build());
        });
    }

    /** In answers to these requests nothing may stand that isn't documented, though clients are to ignore what they don't know. */
    private static ObjectNode strict(JsonNode components) {
        ObjectNode copy = components.deepCopy();
        Set<String> extended = new HashSet<>(Set.of("Problem"));
        collectExtended(copy, extended);
        copy.path("schemas").properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")
                    && !extended.contains(schema.getKey())) {
                object.put("additionalProperties", false);
            }
        });
        return copy;
    }

    private static void collectExtended(JsonNode node, Set<String> names) {
        if (node.path("allOf").size() > 1) {
            node.path("allOf").forEach(part -> {
                String ref = part.path("$ref").asText();
                if (ref.startsWith(SCHEMAS)) {
                    names.add(ref.substring(SCHEMAS.length()));
                }
            });
        }
        node.forEach(child -> collectExtended(child, names));
    }

    private static List<String> names(JsonNode content) {
        List<String> names = new ArrayList<>();
        content.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static String excerpt(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "…" : body;
    }
}
