package io.cumulo.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The documents of YAML files, as trees. */
final class Manifests {

    static final List<String> MODULES =
            List.of("companies-service", "disputes-service", "gateway", "investments-service");

    static final List<String> OVERLAYS = List.of("local", "production");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Manifests() {}

    /** The folder {@code k8s}: where Maven runs this module's tests. */
    static Path folder() {
        return Path.of("").toAbsolutePath();
    }

    static List<JsonNode> read(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " can't be read", unreadable);
        }
    }

    /** What an overlay comes to. */
    static List<JsonNode> overlay(String name) {
        return read(folder().resolve("rendered").resolve(name + ".yaml"));
    }

    static Stream<JsonNode> ofKind(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> kind.equals(document.path("kind").asText()));
    }

    /** Deployments and jobs: what runs pods. */
    static Stream<JsonNode> workloads(List<JsonNode> documents) {
        return Stream.of("Deployment", "Job").flatMap(kind -> ofKind(documents, kind));
    }

    static String name(JsonNode document) {
        return document.path("metadata").path("name").asText();
    }

    static JsonNode pod(JsonNode workload) {
        return workload.path("spec").path("template").path("spec");
    }

    static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> elements(pod(workload).path(list)));
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
