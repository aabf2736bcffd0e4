package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class LongDocketsTest {

    private static final int MOTIONS = 4_000;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String service;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final String contract = UUID.randomUUID().toString();

    @Test
    void a_page_of_disputes_tells_where_each_stands_however_long_their_dockets_are() throws SQLException {
        Bodies.contract(contract).send().statusCode(201);
        String pending = dispute("a");
        String decided = dispute("b");
        String dismissed = dispute("c");
        String empty = "d-" + contract;
        Bodies.dispute(empty, contract).send().statusCode(201);
        Bodies.entry(decided, "ruling", "ruling", "2020-03-01", ",\"outcome\":\"for-claimant\"")
                .send()
                .statusCode(201);
        Bodies.entry(dismissed, "dismissal", "dismissal", "2020-03-01", ",\"reason\":\"moot\"")
                .send()
                .statusCode(201);
        for (String dispute : List.of(pending, decided, dismissed)) {
            fileMotions(dispute);
        }

        given().get("/v1/disputes?limit=500&contract=" + contract)
                .then()
                .statusCode(200)
                .body("items.id", contains(pending, decided, dismissed, empty))
                .body("items.state.phase", contains("pending", "decided", "dismissed", "none"));
        given().get("/v1/disputes?limit=500&asOf=2020-01-15&contract=" + contract)
                .then()
                .body("items.state.phase", contains("pending", "pending", "pending", "none"));
    }

    private String dispute(String name) {
        String dispute = name + "-" + contract;
        Bodies.dispute(dispute, contract).send().statusCode(201);
        Bodies.entry(dispute, "complaint", "filing", "2020-01-01").send().statusCode(201);
        Bodies.entry(dispute, "motion", "motion", "2020-02-01").send().statusCode(201);
        return dispute;
    }

    private void fileMotions(String dispute) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, service, password);
                var copies = connection.prepareStatement("""
                        insert into docket_entry (version_id, subject, fact_id, revision, valid_from, valid_from_stated, standing, preferred,
                            sources, recorded_by, kind, entered_on, words, other_dates, grants)
                        select gen_random_uuid(), subject, 'motion-' || copy, revision, valid_from, valid_from_stated, standing, preferred,
                            sources, recorded_by, kind, entered_on, words, other_dates, grants
                        from docket_entry, generate_series(1, ?) copy where subject = ? and fact_id = 'motion'
                        """)) {
            copies.setInt(1, MOTIONS);
            copies.setString(2, dispute);
            copies.executeUpdate();
        }
    }
}
