package io.cumulo.kit.storage;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start on a database that isn't fit: with a schema older than this version needs (a newer one is fine, so that two versions can run side by
 * side), with changed migrations, with a role whose transactions may last longer than is waited for before a past answer counts as settled, or with a
 * locale that knows no letters but ASCII.
 */
@ApplicationScoped
public class DatabaseFitness {

    /** Before anything that works on the database when the process starts. */
    private static final int FIRST = 1;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private static final Set<String> WITHOUT_LETTERS = Set.of("C", "POSIX");

    private final Pool serviceRole;
    private final boolean migrates;
    private final Duration patience;
    private final Duration longestTransaction;

    DatabaseFitness(
            Pool serviceRole,
            @ConfigProperty(name = "cumulo.database.migrate") boolean migrates,
            @ConfigProperty(name = "cumulo.database.wait-for-schema", defaultValue = "0s") Duration patience,
            @ConfigProperty(name = "cumulo.database.transaction-timeout", defaultValue = "5s")
                    Duration longestTransaction) {
        this.serviceRole = serviceRole;
        this.migrates = migrates;
        this.patience = patience;
        this.longestTransaction = longestTransaction;
    }

    void require(@Observes @Priority(FIRST) StartupEvent start) throws InterruptedException {
        requireLetters();
        requireTransactionTimeout();
        if (!migrates) {
            requireSchema();
        }
    }

    /** Text search and trigrams class characters by it, whoever provides the locale: with C all that isn't ASCII is a letter to the one and none to the other. */
    private void requireLetters() {
        String characters = ask("select datctype from pg_database where datname = current_database()")
                .getString(0);
        if (WITHOUT_LETTERS.contains(characters)) {
            throw new IllegalStateException(
                    "The database finds no words but those of ASCII: its LC_CTYPE is " + characters
                            + ", which can't be changed; create it anew with lc_ctype 'C.UTF-8', as k8s/datastore/sql/databases.sql does");
        }
    }

    private void requireSchema() throws InterruptedException {
        Instant giveUp = Instant.now().plus(patience);
        Optional<String> fault = fault();
        while (fault.isPresent() && Instant.now().isBefore(giveUp)) {
            Log.infof("Waiting for the migration: %s", fault.get());
            Thread.sleep(LOOK_EVERY.toMillis());
            fault = fault();
        }
        if (fault.isPresent()) {
            throw new IllegalStateException("The database's schema doesn't fit this version: " + fault.get());
        }
    }

    /** What is missing or was changed since. */
    private Optional<String> fault() {
        Map<String, Integer> applied = applied();
        String faults = Migration.BROUGHT.stream()
                .filter(migration -> !Integer.valueOf(migration.checksum()).equals(applied.get(migration.version())))
                .map(migration -> migration.version() + " " + migration.description() + ": "
                        + (applied.containsKey(migration.version()) ? "applied with other contents" : "not applied"))
                .collect(Collectors.joining("; "));
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults);
    }

    /** The checksum of each migration by its version. */
    private Map<String, Integer> applied() {
        Map<String, Integer> applied = new HashMap<>();
        if (ask("select to_regclass('flyway_schema_history') is not null").getBoolean(0)) {
            rows("select version, checksum from flyway_schema_history where success and version is not null")
                    .forEach(row -> applied.put(row.getString(0), row.getInteger(1)));
        }
        return applied;
    }

    private void requireTransactionTimeout() {
        long millis = ask("select setting::bigint from pg_settings where name = 'transaction_timeout'")
                .getLong(0);
        if (millis == 0 || millis > longestTransaction.toMillis()) {
            throw new IllegalStateException("The service's role needs a transaction_timeout of at most "
                    + longestTransaction + ", and has " + (millis == 0 ? "none" : millis + " ms"));
        }
    }

    private Row ask(String question) {
        return rows(question).iterator().next();
    }

    private RowSet<Row> rows(String question) {
        return serviceRole.query(question).execute().await().atMost(LONGEST_LOOK);
    }
}
