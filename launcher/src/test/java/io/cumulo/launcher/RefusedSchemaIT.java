package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A service that doesn't migrate, as it is packaged, where nobody has migrated. */
class RefusedSchemaIT {

    @TempDir
    Path data;

    @Test
    void a_service_ends_and_says_which_migrations_of_the_kit_and_of_its_own_are_missing() throws IOException {
        Path log = data.resolve("investments.log");
        try (PostgresServer postgres = PostgresServer.throwAway()) {
            DatabaseAccess database = postgres.provide("investments");
            ProcessHandle process = started(database, log);
            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(90));
        }
        assertThat(Files.readString(log))
                .contains("The database's schema doesn't fit this version: 0.1 recorded at: not applied; ")
                .contains("; 1 ledger: not applied; ");
    }

    private ProcessHandle started(DatabaseAccess database, Path log) {
        List<Integer> ports = RunningPlatform.freePorts(2);
        Program program = new Program(
                "investments",
                "investments-service",
                ports.get(0),
                ports.get(1),
                Boolean.getBoolean("cumulo.executables"));
        Settings settings = CommandLine.populateCommand(new Settings(), "--data=" + data);
        Map<String, String> environment = new HashMap<>(
                new Contract(settings, new LocalIdentity(data)).environment(program, Optional.of(database)));
        environment.put("CUMULO_DATABASE_MIGRATE", "false");
        return program.start(RunningPlatform.home(), environment, log);
    }
}
