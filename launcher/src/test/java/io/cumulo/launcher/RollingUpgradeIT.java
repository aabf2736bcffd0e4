package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Each service is upgraded while everybody reads and writes, in the order of docs/operations/upgrade.md. The newer version is another checkout's build
 * when {@code -Dcumulo.next} names it, migrated by its own job. Otherwise it is this build again, on a schema to which a newer one has added to every table.
 */
@Tag("several-of-each")
class RollingUpgradeIT {

    private static final Optional<Path> NEXT =
            Optional.ofNullable(System.getProperty("cumulo.next")).map(Path::of);
    private static final List<String> SERVICES = List.of("companies", "investments", "disputes");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private record Instance(Program program, ProcessHandle process) {}

    @TempDir
    Path data;

    private final Health health = new Health();
    private final List<ProcessHandle> processes = new ArrayList<>();
    private final Map<String, Instance> serving = new HashMap<>();
    private final Map<String, ReadyInstances> doors = new HashMap<>();
    private final Map<String, DatabaseAccess> databases = new HashMap<>();
    private PostgresServer postgres;
    private LocalIdentity identity;
    private AskingClients clients;

    @BeforeEach
    void startTheOlderVersion() {
        postgres = PostgresServer.throwAway();
        identity = new LocalIdentity(data);
        for (String service : SERVICES) {
            databases.put(service, postgres.provide(service));
            doors.put(service, new ReadyInstances());
        }
        for (String service : SERVICES) {
            serving.put(service, added(service, RunningPlatform.home(), Map.of()));
        }
        Program gateway = program("gateway", "gateway");
        clients = new AskingClients(gateway.port(), identity.token("editor", Set.of("editor"), Duration.ofHours(1)));
        started(gateway, RunningPlatform.home(), Map.of());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> health.isReady(gateway)
                        && serving.entrySet().stream().allMatch(entry -> doors.get(entry.getKey())
                                .knows(entry.getValue().program())));
    }

    @AfterEach
    void stop() throws IOException {
        clients.stop();
        Ending.of(processes, Duration.ofSeconds(20));
        for (ReadyInstances door : doors.values()) {
            door.close();
        }
        postgres.close();
    }

    @Test
    void no_request_fails_while_each_service_is_replaced_by_a_newer_one_and_one_goes_back() {
        clients.begin();
        clients.awaitAnswers(60);
        for (String service : SERVICES) {
            replace(service, NEXT.orElse(RunningPlatform.home()), () -> migrate(service));
        }
        replace("companies", RunningPlatform.home(), () -> {});
        clients.stop();

        assertThat(clients.failures()).isEmpty();
        clients.lookForAllThatWasAcknowledged();
        assertThat(clients.failures()).isEmpty();
    }

    /** The newer one is there first and waits for its schema; the older one is told to stop when the newer is ready. */
    private void replace(String service, Path version, Runnable migration) {
        Instance newer = added(
                service,
                version,
                Map.of("CUMULO_DATABASE_MIGRATE", "false", "CUMULO_DATABASE_WAIT_FOR_SCHEMA", "120S"));
        migration.run();
        Awaitility.await().atMost(PATIENCE).until(() -> doors.get(service).knows(newer.program()));
        clients.awaitAnswers(30);
        Instance older = serving.put(service, newer);
        older.process().destroy();
        doors.get(service).remove(older.program());
        assertThat(older.process().onExit()).succeedsWithin(Duration.ofSeconds(60));
        clients.awaitAnswers(30);
    }

    private Instance added(String service, Path version, Map<String, String> besides) {
        Program program = program(service, service + "-service");
        ProcessHandle process = started(program, version, besides);
        doors.get(service).add(program);
        return new Instance(program, process);
    }

    private void migrate(String service) {
        if (NEXT.isPresent()) {
            ProcessHandle job = started(
                    program(service, service + "-service"), NEXT.get(), Map.of("QUARKUS_INIT_AND_EXIT", "true"));
            assertThat(job.onExit()).succeedsWithin(PATIENCE);
            return;
        }
        try (Connection connection = postgres.connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + databases.get(service).ownerUsername());
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> 'flyway_schema_history'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(5);
            for (String table : tables) {
                statement.execute("alter table " + table
                        + " add column from_next text, add column counted_by_next integer not null default 0");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Program program(String name, String module) {
        List<Integer> ports = RunningPlatform.freePorts(2);
        return new Program(name, module, ports.get(0), ports.get(1), Boolean.getBoolean("cumulo.executables"));
    }

    private ProcessHandle started(Program program, Path version, Map<String, String> besides) {
        Settings settings = CommandLine.populateCommand(new Settings(), "--data=" + data);
        Map<String, String> environment = new HashMap<>(new Contract(settings, identity)
                .environment(program, Optional.ofNullable(databases.get(program.name()))));
        doors.forEach((service, door) -> environment.put(
                "CUMULO_" + service.toUpperCase(Locale.ROOT) + "_URL", "http://127.0.0.1:" + door.port()));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "8");
        environment.put("QUARKUS_SHUTDOWN_DELAY", "4S");
        environment.put("CUMULO_PROXY_KEEP_ALIVE", "1S");
        environment.putAll(besides);
        ProcessHandle process =
                program.start(version, environment, data.resolve(program.name() + program.port() + ".log"));
        processes.add(process);
        return process;
    }
}
