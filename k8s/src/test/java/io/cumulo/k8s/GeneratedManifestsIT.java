package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        assertThat(Manifests.read(Manifests.folder().resolve("base").resolve(module + ".yaml")))
                .as("./k8s/generate && ./k8s/render bring it up to date")
                .isEqualTo(Manifests.read(generated));
    }
}
