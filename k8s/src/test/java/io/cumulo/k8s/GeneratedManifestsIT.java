package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** After the modules are packaged: what their builds have generated is what lies in {@code base}. */
class GeneratedManifestsIT {

    static final List<String> MODULES = Manifests.MODULES;

    @ParameterizedTest
    @FieldSource("MODULES")
    void the_base_holds_what_the_build_generates(String module) {
        Path generated =
                Manifests.folder().resolveSibling(module).resolve("target").resolve("kubernetes/kubernetes.yml");
        assertThat(inOrder(Manifests.folder().resolve("base").resolve(module + ".yaml")))
                .as("./k8s/generate && ./k8s/render bring it up to date")
                .isEqualTo(inOrder(generated));
    }

    /** The generator lists the ports of a container now in this order, now in that. */
    private static List<JsonNode> inOrder(Path file) {
        List<JsonNode> documents = Manifests.read(file);
        documents.stream()
                .filter(document -> document.path("kind").asText().equals("Deployment"))
                .flatMap(Manifests::containers)
                .forEach(container -> {
                    ArrayNode ports = (ArrayNode) container.path("ports");
                    List<JsonNode> sorted = Manifests.elements(ports)
                            .sorted(Comparator.comparing(
                                    port -> port.path("name").asText()))
                            .toList();
                    ports.removeAll()
                            .addAll(JsonNodeFactory.instance.arrayNode().addAll(sorted));
                });
        return documents;
    }
}
