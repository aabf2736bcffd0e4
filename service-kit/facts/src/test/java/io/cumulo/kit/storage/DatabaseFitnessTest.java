package io.cumulo.kit.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In a database of its own for each rule, as the service's role sees it. */
class DatabaseFitnessTest {

    private static PostgresServer server;
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        server = PostgresServer.throwAway();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.closeAndAwait();
        server.close();
    }

    @Test
    void a_service_starts_on_the_schema_that_the_job_has_migrated() {
        DatabaseAccess database = server.provide("current");
        asOwner(database, "latest").migrate();
        assertThatCode(() -> start(database)).doesNotThrowAnyException();
    }

    @Test
    void a_service_refuses_a_schema_that_is_too_old_and_says_what_is_missing() {
        DatabaseAccess database = server.provide("old");
        asOwner(database, "0.7").migrate();
        assertThatThrownBy(() -> start(database))
                .hasMessageContaining("0.8 merged company")
                .hasMessageContaining("not applied");
    }

    @Test
    void a_service_refuses_a_database_that_was_never_migrated() {
        DatabaseAccess database = server.provide("empty");
        assertThatThrownBy(() -> start(database)).hasMessageContaining("0.1 recorded at");
    }

    @Test
    void a_service_refuses_a_schema_that_was_made_by_other_migrations_of_the_same_names() throws SQLException {
        DatabaseAccess database = server.provide("changed");
        asOwner(database, "latest").migrate();
        change(database, "update flyway_schema_history set checksum = checksum + 1 where version = '0.2'");
        assertThatThrownBy(() -> start(database)).hasMessageEndingWith("0.2 outbox: applied with other contents");
    }

    @Test
    void a_service_refuses_a_schema_whose_migration_failed() throws SQLException {
        DatabaseAccess database = server.provide("failed");
        asOwner(database, "latest").migrate();
        change(database, "update flyway_schema_history set success = false where version = '0.2'");
        assertThatThrownBy(() -> start(database)).hasMessageEndingWith("0.2 outbox: not applied");
    }

    @Test
    void an_older_version_runs_on_a_newer_schema() throws SQLException {
        DatabaseAccess database = server.provide("newer");
        asOwner(database, "latest").migrate();
        change(
                database,
                "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) "
                        + "values (98, '0.99', 'of the kit', 'SQL', 'V0_99__x.sql', 1, 'x', 1, true), (99, '99', 'of the service', 'SQL', 'V99__y.sql', 1, 'x', 1, true)");
        assertThatCode(() -> start(database)).doesNotThrowAnyException();
    }

    @Test
    void a_process_migrates_while_another_has_just_done_so() throws SQLException, IOException {
        DatabaseAccess database = server.provide("together");
        asOwner(database, "latest").migrate();
        try (Connection other = connection(database.name(), database.ownerUsername(), database.ownerPassword())) {
            other.setAutoCommit(false);
            other.createStatement().execute(afterMigration().replace("${serviceRole}", database.username()));
            CompletableFuture<Void> migration =
                    CompletableFuture.runAsync(() -> asOwner(database, "latest").migrate());
            Awaitility.await().until(() -> waits(database) || migration.isDone());
            other.commit();
            assertThatCode(migration::join).doesNotThrowAnyException();
        }
    }

    @Test
    void a_role_whose_transactions_may_last_for_ever_is_refused() throws SQLException {
        DatabaseAccess database = server.provide("endless");
        asOwner(database, "latest").migrate();
        try (Connection role = connection(database.name(), database.username(), database.password())) {
            role.createStatement().execute("alter role endless set transaction_timeout = 0");
        }
        assertThatThrownBy(() -> start(database))
                .hasMessageContaining("transaction_timeout of at most PT5S, and has none");
    }

    /** Text search classes characters by LC_CTYPE, whoever provides the locale: with C a word doesn't end at a mark that isn't ASCII. */
    @Test
    void a_database_whose_locale_knows_no_letters_but_ascii_is_refused_and_is_told_how_to_be_made()
            throws SQLException {
        DatabaseAccess database = server.provide("ascii");
        try (Connection administrator = server.connect("postgres");
                Statement statement = administrator.createStatement()) {
            statement.execute("drop database ascii");
            statement.execute("create database ascii owner ascii_owner template template0 encoding 'UTF8'"
                    + " locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'");
        }
        assertThatThrownBy(() -> start(database))
                .hasMessageContaining("its LC_CTYPE is C")
                .hasMessageContaining("create it anew with lc_ctype 'C.UTF-8'");
    }

    private static void start(DatabaseAccess database) throws InterruptedException {
        Pool serviceRole = PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setPort(server.port())
                        .setHost("127.0.0.1")
                        .setDatabase(database.name())
                        .setUser(database.username())
                        .setPassword(database.password()))
                .using(vertx)
                .build();
        try {
            new DatabaseFitness(serviceRole, false, Duration.ZERO, Duration.ofSeconds(5)).require(new StartupEvent());
        } finally {
            serviceRole.close().await().indefinitely();
        }
    }

    /** As the owner's role. */
    private static void change(DatabaseAccess database, String statement) throws SQLException {
        try (Connection owner = connection(database.name(), database.ownerUsername(), database.ownerPassword())) {
            owner.createStatement().execute(statement);
        }
    }

    private static String afterMigration() throws IOException {
        try (InputStream script =
                DatabaseFitness.class.getResourceAsStream("/db/kit/afterMigrate__who_may_read_the_history.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean waits(DatabaseAccess database) throws SQLException {
        try (Connection administrator = server.connect(database.name());
                ResultSet rows = administrator
                        .createStatement()
                        .executeQuery(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }

    private static Flyway asOwner(DatabaseAccess database, String target) {
        return Flyway.configure()
                .dataSource(url(database.name()), database.ownerUsername(), database.ownerPassword())
                .locations("db/kit")
                .target(target)
                .placeholders(Map.of("serviceRole", database.username()))
                .load();
    }

    private static Connection connection(String database, String username, String password) throws SQLException {
        return DriverManager.getConnection(url(database), username, password);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }
}
