package io.cumulo.investments.ledger;

import io.cumulo.kit.postgres.DatabaseAccess;
import io.cumulo.kit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The ledger's tables on a real PostgreSQL, written by their owner, who alone may say when something was recorded. */
final class LedgerDatabase implements AutoCloseable {

    private final PostgresServer server = PostgresServer.throwAway();
    private final Connection owner;
    private final Connection administrator;

    LedgerDatabase() throws SQLException {
        DatabaseAccess access = server.provide("ledger");
        String url = "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + access.name();
        Flyway.configure()
                .dataSource(url, access.ownerUsername(), access.ownerPassword())
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("serviceRole", access.username()))
                .load()
                .migrate();
        owner = DriverManager.getConnection(url, access.ownerUsername(), access.ownerPassword());
        administrator = server.connect(access.name());
    }

    /** For questions. */
    Connection connection() {
        return owner;
    }

    /** Empties the journal, which only the administrator can. */
    void empty() throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "truncate security_move, iati_transaction, ledger_transaction, ledger_posting, ledger_account, ledger_cell, ledger_fold, ledger_backlog");
            statement.execute("insert into ledger_account (path, recorded_from) values ('world', '-infinity')");
        }
    }

    void insert(List<Move> moves) throws SQLException {
        owner.setAutoCommit(false);
        try (PreparedStatement transaction = owner.prepareStatement("""
                        insert into ledger_transaction (id, kind, stated_on, effective_on, recorded_at, metadata, sources, recorded_by)
                        values (?, 'REPORTED_SPENDING', '2020', ?, ?, '{}', '[1]', 'test')""");
                PreparedStatement posting = owner.prepareStatement("""
                        insert into ledger_posting (transaction_id, number, effective_on, recorded_at, source, destination, amount, currency)
                        values (?, 1, ?, ?, ?, ?, ?, ?)""")) {
            for (Move move : moves) {
                transaction.setString(1, move.id());
                transaction.setDate(2, Date.valueOf(move.effectiveOn()));
                transaction.setTimestamp(3, Timestamp.from(move.recordedAt()));
                transaction.addBatch();
                posting.setString(1, move.id());
                posting.setDate(2, Date.valueOf(move.effectiveOn()));
                posting.setTimestamp(3, Timestamp.from(move.recordedAt()));
                posting.setString(4, move.source());
                posting.setString(5, move.destination());
                posting.setBigDecimal(6, move.amount());
                posting.setString(7, move.currency());
                posting.addBatch();
            }
            transaction.executeBatch();
            posting.executeBatch();
            owner.commit();
        } finally {
            owner.setAutoCommit(true);
        }
    }

    /** Folds once; how many postings that took in. */
    int fold(int most, int heavy) throws SQLException {
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select fold_ledger('infinity', " + most + ", " + heavy + ")")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        administrator.close();
        server.close();
    }
}
