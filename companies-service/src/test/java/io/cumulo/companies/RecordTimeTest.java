package io.cumulo.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Record time is taken from the database's clock: the service's own role can't state it either. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecordTimeTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String EVENT =
            "insert into outbox (id, type, subject, data) values (uuidv7(), 'companies.test', 'stated', '{}')";

    private final String url;
    private final String role;
    private final String password;

    RecordTimeTest(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "cumulo.database.username") String role,
            @ConfigProperty(name = "cumulo.database.password") String password) {
        this.url = url;
        this.role = role;
        this.password = password;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamptz '2001-01-01Z'",
                "timestamptz '-infinity'",
                "transaction_timestamp() - interval '1 microsecond'",
                "clock_timestamp() + interval '1 hour'",
                "timestamptz 'infinity'"
            })
    void an_instant_that_isn_t_the_transaction_s_own_is_refused(String instant) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('cumulo.recorded_at', cast(" + instant + " as text), true)");

            assertThatThrownBy(() -> statement.execute(EVENT))
                    .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                            .isEqualTo(INSUFFICIENT_PRIVILEGE));
            connection.rollback();
        }
    }

    @Test
    void what_one_transaction_records_has_one_instant() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(EVENT);
            statement.execute(EVENT);
            try (ResultSet told = statement.executeQuery(
                    "select count(*), count(distinct recorded_at), min(recorded_at) = recorded_at(), min(recorded_at) > transaction_timestamp()"
                            + " from outbox where xid = pg_current_xact_id()")) {
                told.next();
                assertThat(told.getInt(1)).isEqualTo(2);
                assertThat(told.getInt(2)).isEqualTo(1);
                assertThat(told.getBoolean(3)).isTrue();
                assertThat(told.getBoolean(4)).isTrue();
            }
            connection.rollback();
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(url, role, password);
        connection.setAutoCommit(false);
        return connection;
    }
}
