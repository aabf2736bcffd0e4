package io.cumulo.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who owns the schema of the service under test, and so may do beside the service what no request brings about. */
public final class SchemaOwner {

    private SchemaOwner() {}

    /** A connection of the owner's; the caller closes it. */
    public static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("cumulo.database.owner.username", String.class),
                config.getValue("cumulo.database.owner.password", String.class));
    }

    /** Each by itself, one after the other. */
    public static void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement running = connection.createStatement()) {
            for (String statement : statements) {
                running.execute(statement);
            }
        }
    }

    /** @param rows what stands behind {@code select count(*) from} */
    public static long count(String rows) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + rows)) {
            count.next();
            return count.getLong(1);
        }
    }
}
