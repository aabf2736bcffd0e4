package io.cumulo.investments;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class CommitmentsTest {

    private final String id = UUID.randomUUID().toString();
    private final String commitment = "/v1/commitments/" + id;
    private final String url;
    private final String service;
    private final String servicePassword;
    private final String owner;
    private final String ownerPassword;

    CommitmentsTest(
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "cumulo.database.username") String service,
            @ConfigProperty(name = "cumulo.database.password") String servicePassword,
            @ConfigProperty(name = "cumulo.database.owner.username") String owner,
            @ConfigProperty(name = "cumulo.database.owner.password") String ownerPassword) {
        this.url = url;
        this.service = service;
        this.servicePassword = servicePassword;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
    }

    private Write put(String amount) {
        return Write.put(commitment, Examples.commitment("alibaba-group", amount));
    }

    @Test
    void a_pledge_is_posted_with_its_commitment() {
        put(Examples.CNY_200_BN)
                .send()
                .statusCode(201)
                .body("position.pledged.amount", equalTo("200000000000.00"))
                .body("position.outstanding.amount", equalTo("200000000000.00"))
                .body("position.spent.amount", equalTo("0.00"));

        given().queryParam("commitment", id)
                .get("/v1/ledger/transactions")
                .then()
                .statusCode(200)
                .body("items.kind", contains("pledge"))
                .body("items[0].postings[0].source", equalTo("world"))
                .body("items[0].postings[0].destination", equalTo("commitments/" + id + "/pledged"))
                .body("items[0].sources", hasSize(1));
        given().get("/v1/ledger/accounts/commitments/" + id + "/balance")
                .then()
                .statusCode(200)
                .body("balances[0].amount", equalTo("200000000000.00"));
    }

    @Test
    void an_undisclosed_amount_posts_nothing_and_is_not_zero() {
        put("null").send().statusCode(201).body("amount", nullValue()).body("position", nullValue());

        given().queryParam("commitment", id)
                .get("/v1/ledger/transactions")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void an_amount_disclosed_later_is_pledged_once() {
        put("null").send().statusCode(201);
        put(Examples.CNY_200_BN)
                .sendIfMatch("*")
                .statusCode(200)
                .body("position.pledged.amount", equalTo("200000000000.00"));
        put(Examples.CNY_200_BN).sendIfMatch("*").statusCode(200);

        given().queryParam("commitment", id)
                .get("/v1/ledger/transactions")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void an_unknown_split_stays_unknown() {
        put(Examples.CNY_200_BN)
                .send()
                .statusCode(201)
                .body("split", nullValue())
                .body("categories", contains("servers", "chips"));
        given().get(commitment).then().body("split", nullValue());
    }

    @Test
    void a_position_is_that_of_the_day_and_of_what_was_known() {
        Instant before = Instant.now();
        put(Examples.CNY_200_BN).send().statusCode(201);

        given().queryParam("asOf", "2020-04-19").get(commitment).then().statusCode(404);
        given().queryParam("asOf", "2020-04-20")
                .get(commitment)
                .then()
                .body("position.pledged.amount", equalTo("200000000000.00"));
        given().queryParam("knownAt", before.toString()).get(commitment).then().statusCode(404);
        given().queryParam("asOf", "2020-04-19")
                .get("/v1/ledger/accounts/commitments/" + id + "/balance")
                .then()
                .statusCode(404);
    }

    @Test
    void the_ledger_adds_up_to_zero_in_each_currency() {
        put(Examples.CNY_200_BN).send().statusCode(201);
        Write.put(commitment + "-b", Examples.commitment("amazon", "{\"amount\":\"5\",\"currency\":\"JPY\"}"))
                .send()
                .statusCode(201);

        given().get("/v1/ledger/trial-balance")
                .then()
                .statusCode(200)
                .body("items.difference.amount", everyItem(org.hamcrest.Matchers.matchesPattern("0(\\.0+)?")))
                .body("items.currency", hasItem("JPY"));
    }

    @Test
    void lists_are_filtered_by_company_currency_and_category() {
        String company = "c-" + id.substring(0, 8);
        Write.put(commitment, Examples.commitment(company, Examples.CNY_200_BN))
                .send()
                .statusCode(201);

        given().queryParam("company", company)
                .queryParam("company", "another")
                .get("/v1/commitments")
                .then()
                .body("items.id", contains(id));
        given().queryParam("company", company)
                .queryParam("currency", "CNY")
                .queryParam("category", "chips")
                .get("/v1/commitments")
                .then()
                .body("items.id", contains(id));
        given().queryParam("company", company)
                .queryParam("currency", "EUR")
                .get("/v1/commitments")
                .then()
                .body("items", hasSize(0));
        given().queryParam("company", company)
                .queryParam("category", "bridges")
                .get("/v1/commitments")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void nobody_changes_the_journal_not_even_its_owner() {
        put(Examples.CNY_200_BN).send().statusCode(201);
        for (String table : new String[] {"ledger_posting", "ledger_transaction"}) {
            for (String change : new String[] {
                "update " + table + " set recorded_at = now()", "delete from " + table, "truncate " + table + " cascade"
            }) {
                Assertions.assertThatThrownBy(() -> execute(service, servicePassword, change))
                        .as(change)
                        .hasMessageContaining("permission denied");
                Assertions.assertThatThrownBy(() -> execute(owner, ownerPassword, change))
                        .as(change)
                        .hasMessageContaining("only ever added to");
            }
        }
        assertThat(given().queryParam("commitment", id)
                        .get("/v1/ledger/transactions")
                        .<java.util.List<?>>path("items"))
                .hasSize(1);
    }

    private void execute(String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_claim_is_shown_as_printed_beside_its_corrections_each_with_its_sources() {
        String claim = "/v1/claims/" + id;
        String company = "c-" + id.substring(0, 8);
        Write.put(claim, Examples.claim(company))
                .send()
                .statusCode(201)
                .body("asPrinted", equalTo("una inversión de 26 millones"))
                .body("corrections", hasSize(0));
        Instant before = Instant.now();
        Write.put(claim + "/corrections/reuters", Examples.CORRECTION).send().statusCode(201);

        given().get(claim)
                .then()
                .body("reading.number", equalTo("26000000"))
                .body("reading.currency", nullValue())
                .body("corrections.value.amount", contains("200000000000.00"))
                .body("corrections[0].sources", hasSize(1))
                .body("sources", hasSize(1));
        given().queryParam("company", company)
                .get("/v1/claims")
                .then()
                .body("items.id", contains(id))
                .body("items[0].corrections", hasSize(1));
        given().queryParam("knownAt", before.toString()).get(claim).then().body("corrections", hasSize(0));
        Write.post(claim + "/corrections/reuters/retraction", "{\"reason\":\"withdrawn\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(200);
        given().get(claim).then().body("corrections", hasSize(0));
    }
}
