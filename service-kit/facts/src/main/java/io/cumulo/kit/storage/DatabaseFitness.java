package io.cumulo.kit.storage;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * Refuses to start on a database that isn't fit: with a schema older than this version needs (a newer one is fine, so that two versions can run side by
 * side), with changed migrations, or with a role whose transactions may last longer than is waited for before a past answer counts as settled.
 */
@ApplicationScoped
public class DatabaseFitness {

    /** Before anything that works on the database when the process starts. */
    private static final int FIRST = 1;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final DataSource serviceRole;
    private final boolean migrates;
    private final Duration patience;
    private final Duration longestTransaction;

    DatabaseFitness(
            Flyway flyway,
            DataSource serviceRole,
            @ConfigProperty(name = "cumulo.database.migrate") boolean migrates,
            @ConfigProperty(name = "cumulo.database.wait-for-schema", defaultValue = "0s") Duration patience,
            @ConfigProperty(name = "cumulo.database.transaction-timeout", defaultValue = "5s")
                    Duration longestTransaction) {
        this.flyway = flyway;
        this.serviceRole = serviceRole;
        this.migrates = migrates;
        this.patience = patience;
        this.longestTransaction = longestTransaction;
    }

    void require(@Observes @Priority(FIRST) StartupEvent start) throws InterruptedException, SQLException {
        requireTransactionTimeout();
        if (!migrates) {
            requireSchema();
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

    private Optional<String> fault() {
        ValidateResult result = flyway.validateWithResult();
        return result.validationSuccessful
                ? Optional.empty()
                : Optional.of(result.invalidMigrations.stream()
                        .map(migration -> migration.version + " " + migration.description + ": "
                                + explained(migration.errorDetails.errorCode))
                        .reduce((one, other) -> one + "; " + other)
                        .orElseGet(result::getAllErrorMessages));
    }

    private static String explained(ErrorCode code) {
        return code.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void requireTransactionTimeout() throws SQLException {
        try (Connection connection = serviceRole.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select setting::bigint from pg_settings where name = 'transaction_timeout'")) {
            rows.next();
            long millis = rows.getLong(1);
            if (millis == 0 || millis > longestTransaction.toMillis()) {
                throw new IllegalStateException("The service's role needs a transaction_timeout of at most "
                        + longestTransaction + ", and has " + (millis == 0 ? "none" : millis + " ms"));
            }
        }
    }
}
