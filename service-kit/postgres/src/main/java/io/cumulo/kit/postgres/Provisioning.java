package io.cumulo.kit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes databases and roles so that each role reaches its own database only, with no more rights than it needs. */
final class Provisioning {

    /** No transaction of a service outlives this: what was known at an instant is settled so much later. */
    private static final String TRANSACTION_TIMEOUT = "5s";

    private static final List<String> EXTENSIONS = List.of("btree_gist", "pg_trgm", "unaccent");

    private final Connections connections;

    Provisioning(Connections connections) {
        this.connections = connections;
    }

    /** Opens a connection of the administrator to a database. */
    @FunctionalInterface
    interface Connections {
        Connection to(String database) throws SQLException;
    }

    /** Every step looks before it acts, so an interrupted run is completed by the next. */
    void provide(String name, Passwords passwords) {
        if (!name.matches("[a-z]{1,40}")) {
            throw new IllegalArgumentException("a database's name is of lower-case letters: " + name);
        }
        String owner = name + "_owner";
        try {
            try (Connection connection = connections.to("postgres");
                    Statement statement = connection.createStatement()) {
                role(connection, owner, passwords.of(owner));
                role(connection, name, passwords.of(name));
                statement.execute("alter role " + name + " set transaction_timeout = '" + TRANSACTION_TIMEOUT + "'");
                statement.execute("alter role " + name + " set idle_in_transaction_session_timeout = '"
                        + TRANSACTION_TIMEOUT + "'");
                statement.execute("alter role " + name + " set statement_timeout = '10s'");
                // Questions are short: to compile one, or to start workers for it, would take longer than it does.
                statement.execute("alter role " + name + " set jit = off");
                statement.execute("alter role " + name + " set max_parallel_workers_per_gather = 0");
                if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                    statement.execute("create database " + name + " owner " + owner);
                }
                for (String database : List.of(name, "postgres", "template1")) {
                    statement.execute("revoke all on database " + database + " from public");
                }
                statement.execute("grant connect on database " + name + " to " + name);
            }
            try (Connection connection = connections.to(name);
                    Statement statement = connection.createStatement()) {
                for (String extension : EXTENSIONS) {
                    statement.execute("create extension if not exists " + extension);
                }
                statement.execute("alter schema public owner to " + owner);
                statement.execute("revoke all on schema public from public");
                statement.execute("grant usage on schema public to " + name);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database " + name + " can't be provided", failed);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        String attributes = " login nosuperuser nocreatedb nocreaterole noreplication password '" + password + "'";
        try (Statement statement = connection.createStatement()) {
            boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", name);
            statement.execute((known ? "alter role " : "create role ") + name + attributes);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
