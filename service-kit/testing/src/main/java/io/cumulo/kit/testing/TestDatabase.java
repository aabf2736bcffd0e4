package io.cumulo.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A real PostgreSQL server for the tests of a service, with its database and its two roles. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder().start();
            provision("service");
            return Map.of(
                    "cumulo.database.host", "127.0.0.1",
                    "cumulo.database.port", String.valueOf(server.getPort()),
                    "cumulo.database.name", "service",
                    "cumulo.database.username", "service",
                    "cumulo.database.password", "service",
                    "cumulo.database.owner.username", "service_owner",
                    "cumulo.database.owner.password", "service_owner");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void provision(String name) throws SQLException {
        try (Connection c = server.getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute("create role " + name + "_owner login password '" + name + "_owner'");
            s.execute("create role " + name + " login password '" + name + "'");
            s.execute("alter role " + name + " set transaction_timeout = '5s'");
            s.execute("create database " + name + " owner " + name + "_owner");
        }
        try (Connection c = server.getDatabase("postgres", name).getConnection();
                Statement s = c.createStatement()) {
            s.execute("create extension btree_gist");
            s.execute("create extension pg_trgm");
            s.execute("create extension unaccent");
            s.execute("alter schema public owner to " + name + "_owner");
        }
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
