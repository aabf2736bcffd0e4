package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules that watch the platform. */
class RulesTest {

    static final List<Path> FOLDERS = Stream.of("monitoring", "monitoring/datastore")
            .map(Manifests.folder()::resolve)
            .toList();

    @ParameterizedTest
    @FieldSource("FOLDERS")
    void every_alert_says_how_grave_it_is_and_names_a_page_that_exists(Path folder) {
        assertThat(alerts(folder)).hasSizeGreaterThanOrEqualTo(5).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.has("for")).isTrue();
            String page = alert.at("/annotations/runbook_url").asText().replaceFirst(".*/docs/runbooks/", "");
            assertThat(Manifests.folder()
                            .resolveSibling("docs")
                            .resolve("runbooks")
                            .resolve(page))
                    .exists();
        });
    }

    @ParameterizedTest
    @FieldSource("FOLDERS")
    void each_rule_fires_when_it_should_and_not_else(Path folder, @TempDir Path directory)
            throws IOException, InterruptedException {
        assumeTrue(Tools.onPath("promtool"), "promtool isn't installed: the rules are not tried (Debian: prometheus)");
        new ObjectMapper(new YAMLFactory())
                .writeValue(directory.resolve("rules.yaml").toFile(), specification(folder));
        Path tests = directory.resolve("rules-test.yaml");
        Files.copy(folder.resolve("rules-test.yaml"), tests);
        Tools.run(directory.resolve("said.txt"), "promtool", "test", "rules", tests.toString());
    }

    /** Other namespaces have a job called gateway too, and clusters of PostgreSQL. */
    @Test
    void what_is_measured_is_selected_by_namespace_and_told_by_it() throws IOException {
        List<String> rules = FOLDERS.stream()
                .flatMap(folder -> Manifests.elements(specification(folder).path("groups")))
                .flatMap(group -> Manifests.elements(group.path("rules")))
                .map(rule -> rule.path("expr").asText())
                .toList();
        List<String> asked = new ArrayList<>(rules);
        new ObjectMapper()
                .readTree(FOLDERS.get(0).resolve("dashboard.json").toFile())
                .findValuesAsText("expr")
                .forEach(asked::add);
        assertThat(asked).hasSizeGreaterThan(20).allSatisfy(expression -> {
            assertThat(expression)
                    .doesNotContainPattern(
                            "\\b(?:http_server|sql|jvm|process|cumulo|cnpg(?!_io_cluster)|barman|kubelet)_[a-z_]+(?!\\{)(?=[\\[)\\s]|$)");
            assertThat(Pattern.compile("\\{([^}]*)}").matcher(expression).results())
                    .allSatisfy(selector -> assertThat(selector.group(1)).contains("namespace="));
        });
        assertThat(rules).allSatisfy(expression -> assertThat(
                        Pattern.compile(" by \\(([^)]*)\\)").matcher(expression).results())
                .allSatisfy(labels -> assertThat(labels.group(1)).contains("namespace")));
    }

    private static Stream<JsonNode> alerts(Path folder) {
        return Manifests.elements(specification(folder).path("groups"))
                .flatMap(group -> Manifests.elements(group.path("rules")))
                .filter(rule -> rule.has("alert"));
    }

    private static JsonNode specification(Path folder) {
        List<JsonNode> documents = Manifests.read(folder.resolve("rules.yaml"));
        assertThat(documents).hasSize(1);
        return documents.get(0).path("spec");
    }
}
