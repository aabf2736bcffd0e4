package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code rendered/} is what kustomize makes of the sources: looked at where there is a kubectl. */
class RenderedManifestsTest {

    @ParameterizedTest
    @CsvSource({
        "overlays/local,local",
        "overlays/production,production",
        "overlays/restored,restored",
        "datastore,datastore",
        "monitoring,monitoring",
        "monitoring/datastore,monitoring-datastore"
    })
    void what_is_rendered_is_what_kustomize_makes(String source, String name, @TempDir Path directory)
            throws IOException, InterruptedException {
        assumeTrue(Tools.onPath("kubectl"), "kubectl isn't installed: the rendered manifests are taken as they are");
        Path rendered = directory.resolve("rendered.yaml");
        Tools.run(rendered, "kubectl", "kustomize", source);
        assertThat(Files.readString(Manifests.folder().resolve("rendered").resolve(name + ".yaml")))
                .as("./k8s/render brings it up to date")
                .isEqualTo(Files.readString(rendered));
    }

    /** Those that production doesn't take are taken by somebody else. */
    @ParameterizedTest
    @MethodSource("components")
    void each_component_fits_the_base(Path component, @TempDir Path directory)
            throws IOException, InterruptedException {
        assumeTrue(Tools.onPath("kubectl"), "kubectl isn't installed: components are taken as they are");
        Path taken = Files.createDirectories(Manifests.folder().resolve("target/components"));
        Files.writeString(
                taken.resolve("kustomization.yaml"),
                "resources: [../../base]\ncomponents: [../../components/" + component.getFileName() + "]\n");
        Path rendered = directory.resolve("rendered.yaml");
        Tools.run(rendered, "kubectl", "kustomize", "target/components");
        List<JsonNode> documents = Manifests.read(rendered);
        OfficialModelsTest.check(documents);
        RestrictedPodsTest.check(documents);
    }

    static Stream<Path> components() throws IOException {
        try (Stream<Path> folders = Files.list(Manifests.folder().resolve("components"))) {
            return folders.sorted().toList().stream();
        }
    }
}
