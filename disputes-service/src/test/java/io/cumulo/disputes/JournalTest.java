package io.cumulo.disputes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class JournalTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String service;

    @ConfigProperty(name = "quarkus.datasource.password")
    String servicePassword;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @BeforeEach
    void an_entry_is_recorded() {
        String dispute = UUID.randomUUID().toString();
        Bodies.dispute(dispute, null).send().statusCode(201);
        Bodies.entry(dispute, "complaint", "filing", "2020-01-01").send().statusCode(201);
        Bodies.entry(dispute, "pi", "injunction-granted", "2020-01-02").send().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update docket_entry set words = 'another'",
                "update docket_entry set recorded_to = recorded_from + interval '1 second'",
                "delete from docket_entry",
                "truncate docket_entry cascade",
                "update suspending_order set ends_on = current_date, ended_by = 'nothing'",
                "delete from suspending_order"
            })
    void the_database_refuses_to_change_or_destroy_what_is_on_a_docket(String statement) {
        assertThatThrownBy(() -> execute(service, servicePassword, statement)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(owner, ownerPassword, statement)).isInstanceOf(SQLException.class);
    }

    private void execute(String user, String password, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var prepared = connection.createStatement()) {
            connection.setAutoCommit(false);
            prepared.execute(statement);
            connection.rollback();
        }
    }
}
