package io.cumulo.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path directory;

    private PostgresServer start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            return PostgresServer.durable(directory, port, directory.resolve("log/postgres.log"));
        }
    }

    private static Connection connect(DatabaseAccess access, String database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + database, user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    @Test
    void each_role_reaches_its_own_database_only_and_makes_no_tables() throws Exception {
        try (PostgresServer server = start()) {
            DatabaseAccess companies = server.provide("companies");
            DatabaseAccess disputes = server.provide("disputes");

            for (String foreign : new String[] {"companies", "postgres", "template1"}) {
                assertThatThrownBy(() -> connect(disputes, foreign, disputes.username(), disputes.password()))
                        .hasMessageContaining("permission denied for database");
                assertThatThrownBy(() -> connect(disputes, foreign, disputes.ownerUsername(), disputes.ownerPassword()))
                        .hasMessageContaining("permission denied for database");
            }
            assertThatThrownBy(() -> connect(companies, "companies", companies.username(), "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect(companies, "companies", PostgresServer.SUPERUSER, "postgres"))
                    .hasMessageContaining("password authentication failed");
            try (Connection connection = connect(companies, "companies", companies.username(), companies.password())) {
                assertThatThrownBy(() -> execute(connection, "create table mine (id int)"))
                        .hasMessageContaining("permission denied for schema public");
                assertThat(ask(connection, "show transaction_timeout")).isEqualTo("5s");
            }
            try (Connection connection =
                    connect(companies, "companies", companies.ownerUsername(), companies.ownerPassword())) {
                execute(connection, "create table ours (id int)");
                assertThat(ask(connection, "select count(*) from ours")).isEqualTo("0");
            }
        }
    }

    @Test
    void a_durable_server_syncs_what_it_commits() throws Exception {
        try (PostgresServer server = start();
                Connection connection = server.connect("postgres")) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(ask(connection, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(ask(connection, "show server_version")).startsWith("18");
            assertThat(Files.getPosixFilePermissions(directory.resolve("passwords.properties"))
                            .toString())
                    .doesNotContain("OTHERS", "GROUP");
        }
    }

    @Test
    void committed_data_survives_the_death_of_the_server() throws Exception {
        PostgresServer killed = start();
        DatabaseAccess before = killed.provide("companies");
        try (Connection connection = connect(before, "companies", before.ownerUsername(), before.ownerPassword())) {
            execute(connection, "create table kept as select 42 as answer");
        }
        ProcessHandle postmaster = ProcessHandle.of(killed.pid().orElseThrow()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        assertThat(killed.pid()).isEmpty();
        killed.close();

        try (PostgresServer again = start()) {
            DatabaseAccess after = again.provide("companies");
            try (Connection connection = connect(after, "companies", after.ownerUsername(), after.ownerPassword())) {
                assertThat(ask(connection, "select answer from kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void a_postmaster_left_alone_by_a_killed_run_is_stopped_before_the_next_starts() throws Exception {
        Process run = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedAndHeld.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("run.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(directory.resolve("run.log"))
                .contains("started"));
        run.destroyForcibly().waitFor();
        OrphanedPostmaster orphan =
                OrphanedPostmaster.of(directory.resolve("data")).orElseThrow();

        try (PostgresServer next = start()) {
            assertThat(ProcessHandle.of(orphan.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(next.pid()).isPresent().get().isNotEqualTo(orphan.pid());
        }
    }

    /** A run of its own, to be killed. */
    static final class StartedAndHeld {

        private StartedAndHeld() {}

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            try (ServerSocket free = new ServerSocket(0)) {
                int port = free.getLocalPort();
                free.close();
                PostgresServer server = PostgresServer.durable(directory, port, directory.resolve("log/postgres.log"));
                System.out.println("started " + server.port());
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void a_stale_file_that_names_another_process_harms_nobody() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        long self = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("data/postmaster.pid"), self + "\n" + directory.resolve("data") + "\n");

        assertThat(OrphanedPostmaster.of(directory.resolve("data"))).isEmpty();
    }

    @Test
    void a_throw_away_server_leaves_nothing() throws Exception {
        Path data;
        try (PostgresServer server = PostgresServer.throwAway();
                Connection connection = server.connect("postgres")) {
            data = Path.of(ask(connection, "show data_directory"));
            assertThat(data).exists();
        }
        assertThat(data).doesNotExist();
    }
}
