package io.cumulo.kit.testing;

import io.cumulo.kit.postgres.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL server for the tests of a service, with its database and its two roles. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** The first transaction of a process loads its classes; a machine that does much else must not lose it to a limit meant for a warm service. */
    private static final String PATIENCE = "30s";

    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.throwAway();
        Map<String, String> configuration =
                new HashMap<>(server.provide("service").configuration());
        grantTime();
        configuration.put("cumulo.database.transaction-timeout", PATIENCE);
        return configuration;
    }

    private void grantTime() {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String limit :
                    List.of("transaction_timeout", "idle_in_transaction_session_timeout", "statement_timeout")) {
                statement.execute("alter role service set " + limit + " = '" + PATIENCE + "'");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database's limits can't be set", failed);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
