package io.cumulo.investments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Accounts that one writer holds, so that all others at them are under way together when it lets them go. */
public final class HeldAccounts implements AutoCloseable {

    private final Connection writer;

    private HeldAccounts(Connection writer) {
        this.writer = writer;
    }

    /** @param heads the first two segments of their paths */
    public static HeldAccounts at(String... heads) throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection writer = DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("cumulo.database.username", String.class),
                config.getValue("cumulo.database.password", String.class));
        writer.setAutoCommit(false);
        try (var statement = writer.prepareStatement("select lock_ledger(?)")) {
            statement.setString(1, String.join(" ", heads));
            statement.execute();
        }
        return new HeldAccounts(writer);
    }

    /** Until so many others wait, be it for each other. */
    public void awaitWaiting(int writers) {
        await().atMost(4, SECONDS).until(() -> waiting() == writers);
    }

    private int waiting() throws SQLException {
        try (var statement = writer.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
