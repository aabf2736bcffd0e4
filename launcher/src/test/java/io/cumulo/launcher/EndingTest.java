package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static Process shell(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void a_process_that_will_not_end_is_made_to() throws IOException {
        Process stubborn = shell("trap '' TERM; echo deaf; while :; do sleep 1; done");
        assertThat(firstLine(stubborn)).isEqualTo("deaf");

        Ending.of(List.of(stubborn.toHandle()), Duration.ofMillis(300));

        assertThat(Ending.isRunning(stubborn.toHandle())).isFalse();
    }

    @Test
    void a_dead_process_that_nobody_reaps_is_dead() throws IOException {
        assumeThat(Files.isDirectory(Path.of("/proc/self"))).isTrue();
        // The parent becomes a sleep that never waits for the child it inherits, like the first process of many
        // containers.
        Process parent = shell("sleep 0.1 & echo $!; exec sleep 30");
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(firstLine(parent))).orElseThrow();
        try {
            assertThat(Waiting.until(() -> !Ending.isRunning(child), Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(child.isAlive()).as("what the JDK says").isTrue();
            assertThatCode(() -> Ending.of(List.of(child), Duration.ofSeconds(1)))
                    .doesNotThrowAnyException();
        } finally {
            parent.destroyForcibly();
        }
    }
}
