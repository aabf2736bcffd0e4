package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only images of the sources as they are get into the overlay. */
class PinImagesTest {

    /** After the folders of the sources were made. */
    private static final Instant BUILT = Instant.now().plusSeconds(60);

    @TempDir
    Path home;

    private Path overlay;

    @BeforeEach
    void everything_was_built_and_pushed() throws IOException {
        overlay = home.resolve("k8s/overlays/production/kustomization.yaml");
        Files.createDirectories(overlay.getParent());
        Files.copy(
                Manifests.folder().resolve("pin-images"),
                home.resolve("k8s/pin-images"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(overlay, "resources: []\nimages:\n  - name: before\n");
        write("pom.xml", "<artifactId>cumulo</artifactId>\n<version>1.2.0</version>\n", BUILT.minusSeconds(120));
        write("service-kit/http/src/main/java/Kit.java", "", BUILT.minusSeconds(120));
        for (String module : Manifests.MODULES) {
            write(module + "/src/main/java/Main.java", "", BUILT.minusSeconds(120));
            write(module + "/target/jib-image.digest", "sha256:" + "a".repeat(64), BUILT);
            pushed(module, "registry.example.org/cumulo/" + module + ":1.2.0", true);
        }
    }

    @Test
    void what_was_pushed_is_pinned() throws IOException, InterruptedException {
        pin();
        assertThat(Files.readString(overlay))
                .startsWith("resources: []\nimages:\n  - name: localhost/cumulo/companies-service\n")
                .doesNotContain("before")
                .containsPattern("newName: registry.example.org/cumulo/gateway\n    digest: sha256:a{64}\n");
    }

    @Test
    void sources_that_have_changed_since_are_not() throws IOException {
        write("service-kit/http/src/main/java/Kit.java", "", BUILT.plusSeconds(30));
        refused("companies-service was built before its sources were changed");
    }

    @Test
    void an_image_of_another_version_is_not() throws IOException {
        pushed("gateway", "registry.example.org/cumulo/gateway:1.1.0", true);
        refused("gateway: the last build pushed registry.example.org/cumulo/gateway:1.1.0");
    }

    @Test
    void an_image_that_was_built_and_not_pushed_is_not() throws IOException {
        pushed("gateway", "registry.example.org/cumulo/gateway:1.2.0", false);
        refused("gateway: the last build pushed nothing");
    }

    private void refused(String why) throws IOException {
        String before = Files.readString(overlay);
        assertThatThrownBy(this::pin).hasMessageContaining(why);
        assertThat(Files.readString(overlay)).isEqualTo(before);
    }

    private void pin() throws IOException, InterruptedException {
        Tools.run(home.resolve("said.txt"), home.resolve("k8s/pin-images").toString(), "registry.example.org");
    }

    /** As Quarkus tells what the last build has made. */
    private void pushed(String module, String image, boolean pushed) throws IOException {
        write(
                module + "/target/quarkus-artifact.properties",
                "metadata.container-image=" + image.replace(":", "\\:") + "\nmetadata.pull-required=" + pushed
                        + "\ntype=jar-container\n",
                BUILT);
    }

    private void write(String name, String contents, Instant when) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, contents);
        Files.setLastModifiedTime(file, FileTime.from(when));
    }
}
