package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person at the keyboard sees when something isn't as it should be. */
class CommandsTest {

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int cumulo(String... arguments) {
        return Cumulo.line(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void a_token_is_printed_alone() {
        assertThat(cumulo("token", "ADMIN", "--data=" + data)).isZero();

        assertThat(out.toString()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_wrong_option_is_one_line_and_not_the_whole_usage() {
        assertThat(cumulo("up", "--gateway-prot=1")).isEqualTo(2);

        assertThat(err.toString().lines()).singleElement().asString().contains("--gateway-prot", "--help");
    }

    @Test
    void a_missing_jar_is_told_with_the_command_that_builds_it_before_anything_starts() {
        String home = System.setProperty("cumulo.home", data.toString());
        try {
            assertThat(cumulo("up", "--no-dataset", "--data=" + data)).isEqualTo(1);
        } finally {
            if (home == null) {
                System.clearProperty("cumulo.home");
            } else {
                System.setProperty("cumulo.home", home);
            }
        }

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("companies-service/target/quarkus-app/quarkus-run.jar is missing", "./mvnw");
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void all_mistakes_of_a_dataset_are_told_and_nothing_is_started() throws Exception {
        Path facts = Files.createDirectory(data.resolve("facts"));
        Files.writeString(facts.resolve("sources.json"), "{}");
        Files.writeString(facts.resolve("01-a.json"), "[{\"path\":\"/v1/companies/a b\",\"body\":{}}]");
        Files.writeString(facts.resolve("02-b.json"), "[\n{\"path\":\"/v1/x\",\"path\":1}]");
        Files.writeString(
                facts.resolve("03-c.json"), "[{\"path\":\"/v1/x\",\"body\":{\"sources\":[{\"ref\":\"nobody\"}]}}]");

        assertThat(cumulo("up", "--dataset=" + facts, "--data=" + data)).isEqualTo(1);

        assertThat(err.toString().lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0)).contains("01-a.json[0]");
            assertThat(lines.get(1)).contains("02-b.json, line 2", "Duplicate");
            assertThat(lines.get(2)).contains("03-c.json[0]", "nobody");
            assertThat(lines.get(3)).contains("3 mistakes", "nothing was sent");
        });
        assertThat(data.resolve("run")).doesNotExist();
    }

    @Test
    void a_dataset_is_loaded_with_the_token_that_is_given_or_with_one_of_the_local_key() throws Exception {
        Path facts = Files.createDirectory(data.resolve("facts"));
        Files.writeString(facts.resolve("sources.json"), "{}");
        Files.writeString(facts.resolve("01-a.json"), "[{\"path\":\"/v1/companies/a\",\"body\":{}}]");
        try (PlayedGateway gateway = new PlayedGateway()) {
            String[] load = {"load", facts.toString(), "--data=" + data, "--gateway=" + gateway.url() + "/"};

            assertThat(cumulo(Stream.concat(Stream.of(load), Stream.of("--token=of.the.provider"))
                            .toArray(String[]::new)))
                    .isZero();
            assertThat(data.resolve("identity")).doesNotExist();
            assertThat(cumulo(load)).isZero();

            assertThat(gateway.authorizations.get(0)).isEqualTo("Bearer of.the.provider");
            assertThat(gateway.authorizations.subList(1, gateway.authorizations.size()))
                    .isNotEmpty()
                    .allMatch(local -> local.matches("Bearer ey[A-Za-z0-9._-]+"));
        }
    }

    @Test
    void a_platform_that_is_not_running_is_told_and_may_be_stopped() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(cumulo("status", "--data=" + data, "--gateway-port=" + stranger.getLocalPort()))
                    .isEqualTo(3);
        }
        assertThat(out.toString()).contains("gateway", "not running").doesNotContain(" ready");
        assertThat(cumulo("down", "--data=" + data)).isZero();
        assertThat(out.toString()).contains("Nothing was running.");
    }

    @Test
    void a_folder_that_cannot_be_written_is_one_line() throws Exception {
        Path file = Files.createFile(data.resolve("file"));

        assertThat(cumulo("token", "editor", "--data=" + file.resolve("below"))).isEqualTo(1);

        assertThat(err.toString().lines()).singleElement().asString().startsWith("cumulo: ");
    }
}
