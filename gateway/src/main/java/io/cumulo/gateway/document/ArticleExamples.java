package io.cumulo.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The facts of the article as examples of the requests that record them, and their keys as examples in paths. */
final class ArticleExamples {

    private final Map<String, ObjectNode> bodies = new LinkedHashMap<>();
    private final ObjectMapper mapper;

    /** @param dataset as it is loaded: files of paths with bodies, whose sources are spelt out in one file */
    ArticleExamples(Path dataset, ObjectMapper mapper) {
        this.mapper = mapper;
        if (Files.isDirectory(dataset)) {
            read(dataset);
        }
    }

    private void read(Path dataset) {
        try (Stream<Path> files = Files.list(dataset)) {
            JsonNode sources = mapper.readTree(dataset.resolve("sources.json").toFile());
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                for (JsonNode entry : mapper.readTree(file.toFile())) {
                    if (entry.path("body") instanceof ObjectNode body) {
                        spellOut(body, sources);
                        bodies.putIfAbsent(entry.path("path").asText(), body);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void spellOut(JsonNode node, JsonNode sources) {
        if (node.path("sources") instanceof ArrayNode cited) {
            for (int index = 0; index < cited.size(); index++) {
                if (cited.get(index) instanceof ObjectNode source
                        && sources.path(source.path("ref").asText()) instanceof ObjectNode spelt) {
                    ObjectNode whole = spelt.deepCopy();
                    source.remove("ref");
                    whole.setAll(source);
                    cited.set(index, whole);
                }
            }
        }
        node.forEach(child -> spellOut(child, sources));
    }

    void addTo(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            nameKeys(path, item);
            Optional.ofNullable(item.getPUT()).ifPresent(put -> addBody(put, matching(path)));
            Optional.ofNullable(item.getPOST())
                    .ifPresent(post -> addBody(post, matching(path + "/{}").or(() -> matching(path))));
        });
    }

    private void addBody(Operation operation, Optional<Map.Entry<String, ObjectNode>> example) {
        if (operation.getRequestBody() != null && example.isPresent()) {
            operation.getRequestBody().getContent().getMediaTypes().values().stream()
                    .filter(type -> type.getExample() == null)
                    .forEach(type ->
                            type.setExample(mapper.convertValue(example.get().getValue(), Object.class)));
        }
    }

    /** Keys of the longest path that is recorded and begins as this one. */
    private void nameKeys(String path, PathItem item) {
        Map<String, String> keys = keys(path);
        item.getOperations().values().stream()
                .flatMap(operation ->
                        operation.getParameters() == null ? Stream.of() : operation.getParameters().stream())
                .filter(parameter -> parameter.getIn() == Parameter.In.PATH && parameter.getExample() == null)
                .filter(parameter -> keys.containsKey(parameter.getName()))
                .forEach(parameter -> parameter.setExample(keys.get(parameter.getName())));
    }

    private Map<String, String> keys(String path) {
        for (String prefix = path; prefix.contains("{"); prefix = prefix.substring(0, prefix.lastIndexOf('/'))) {
            Optional<Map.Entry<String, ObjectNode>> found = matching(prefix);
            if (found.isPresent()) {
                Map<String, String> keys = new HashMap<>();
                List<String> names = List.of(prefix.split("/"));
                List<String> values = List.of(found.get().getKey().split("/"));
                for (int index = 0; index < names.size(); index++) {
                    if (names.get(index).startsWith("{")) {
                        keys.put(names.get(index).replaceAll("[{}]", ""), values.get(index));
                    }
                }
                return keys;
            }
        }
        return Map.of();
    }

    private Optional<Map.Entry<String, ObjectNode>> matching(String template) {
        Matcher shape =
                Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+")).matcher("");
        return bodies.entrySet().stream()
                .filter(entry -> shape.reset(entry.getKey()).matches())
                .findFirst();
    }
}
