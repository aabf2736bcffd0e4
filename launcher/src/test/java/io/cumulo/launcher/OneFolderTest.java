package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One folder, one platform: who holds it, and how the other commands learn where it runs. */
class OneFolderTest {

    @TempDir
    Path data;

    private Settings settings(String... options) {
        Settings settings = CommandLine.populateCommand(new Settings(), options);
        assertThat(settings.data()).isEqualTo(data.toAbsolutePath());
        return settings;
    }

    @Test
    void a_folder_has_one_supervisor_at_a_time() {
        RunLock first = RunLock.take(data).orElseThrow();
        assertThat(RunLock.take(data)).isEmpty();

        first.close();

        RunLock second = RunLock.take(data).orElseThrow();
        second.close();
    }

    @Test
    void a_command_without_ports_finds_the_platform_where_it_runs() {
        Settings running = settings("--data=" + data, "--gateway-port=18080", "--disputes-management-port=19003");
        running.remember();
        running.supervisor().write(ProcessHandle.current());

        Settings found = settings("--data=" + data).ofRunning();

        assertThat(found.gatewayUrl()).isEqualTo("http://127.0.0.1:18080");
        assertThat(found.programs()).isEqualTo(running.programs());
    }

    @Test
    void what_an_ended_platform_used_is_forgotten() {
        settings("--data=" + data, "--gateway-port=18080").remember();

        assertThat(settings("--data=" + data).ofRunning().gatewayUrl()).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void a_port_is_promised_to_one_program_only() {
        Settings settings = settings("--data=" + data, "--companies-port=18090", "--postgres-port=18090");

        assertThatThrownBy(() -> Ports.requireFree(settings))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("18090", "PostgreSQL", "companies", "--companies-port");
    }

    @Test
    void a_number_that_is_no_port_is_told_so() {
        assertThatThrownBy(() -> Ports.requireFree("gateway", 70_000, "--gateway-port"))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("70000", "no port", "--gateway-port");
    }
}
