package io.cumulo.investments;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the announcement to the last euro: what may become of a commitment's money. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class CommitmentLifeTest {

    private static final String EUR_100 = "{\"amount\":\"100.00\",\"currency\":\"EUR\"}";

    private final String id = UUID.randomUUID().toString();
    private final String commitment = "/v1/commitments/" + id;

    private Write announced(String amount) {
        return Write.put(commitment, Examples.commitment("alibaba-group", amount));
    }

    private ValidatableResponse post(String what, String amount, String on, String category) {
        return Write.post(commitment + "/" + what, Examples.movement(amount, "EUR", on, category))
                .send();
    }

    private void position(String asOf, String pledged, String allocated, String spent, String cancelled, String left) {
        var position = given().queryParam("asOf", asOf).get(commitment).then().extract();
        assertThat(List.of("pledged", "allocated", "spent", "cancelled", "outstanding").stream()
                        .map(part -> position.<String>path("position." + part + ".amount"))
                        .toList())
                .containsExactly(pledged, allocated, spent, cancelled, left);
    }

    @Test
    void each_movement_is_a_transaction_of_the_ledger() {
        announced(EUR_100).send().statusCode(201);

        String transaction = post("disbursements", "30.00", "2021-03-31", "servers")
                .statusCode(201)
                .header("Location", startsWith("/v1/ledger/transactions/"))
                .body("kind", equalTo("disbursement"))
                .body("commitment", equalTo(id))
                .body("effectiveOn", equalTo("2021-03-31"))
                .body("recordedAt", notNullValue())
                .body("sources", hasSize(1))
                .body("postings[0].source", equalTo("commitments/" + id + "/pledged"))
                .body("postings[0].destination", equalTo("commitments/" + id + "/spent/servers"))
                .extract()
                .header("Location");
        given().get(transaction).then().statusCode(200).body("postings[0].amount.amount", equalTo("30.00"));
        position("2021-03-30", "100.00", "0.00", "0.00", "0.00", "100.00");
        position("2021-03-31", "100.00", "0.00", "30.00", "0.00", "70.00");
    }

    @Test
    void a_commitment_lives_until_nothing_is_outstanding() {
        announced(EUR_100).send().statusCode(201);
        post("revisions", "50.00", "2020-06-01", null).statusCode(201);
        post("allocations", "40.00", "2020-07-01", "servers").statusCode(201);
        post("disbursements", "60.00", "2020-08-01", "servers")
                .statusCode(201)
                .body("postings.amount.amount", contains("40.00", "20.00"));
        post("disbursements", "10.00", "2020-09-01", null)
                .statusCode(201)
                .body("postings[0].destination", equalTo("commitments/" + id + "/spent/unknown"));
        post("revisions", "-30.00", "2020-10-01", null)
                .statusCode(201)
                .body("postings[0].destination", equalTo("world"));
        position("2020-07-15", "150.00", "40.00", "0.00", "0.00", "150.00");
        position("2020-12-31", "120.00", "0.00", "70.00", "0.00", "50.00");
        given().get(commitment).then().body("state", equalTo("overdue"));
        given().queryParam("asOf", "2021-01-01").get(commitment).then().body("state", equalTo("open"));

        post("cancellations", "50.00", "2021-01-01", null).statusCode(201);
        position("2021-12-31", "120.00", "0.00", "70.00", "50.00", "0.00");
        given().get(commitment).then().body("state", equalTo("fulfilled"));
    }

    @Test
    void what_is_all_withdrawn_is_cancelled() {
        announced(EUR_100).send().statusCode(201);
        post("allocations", "40.00", "2020-07-01", "chips").statusCode(201);
        post("cancellations", "40.00", "2020-08-01", "chips").statusCode(201);
        post("cancellations", "60.00", "2020-08-01", null).statusCode(201);
        given().get(commitment).then().body("state", equalTo("cancelled"));
    }

    @Test
    void more_than_is_pledged_is_not_spent_unless_the_pledge_is_revised() {
        announced(EUR_100).send().statusCode(201);

        post("disbursements", "100.01", "2021-01-01", null)
                .statusCode(409)
                .body("type", equalTo("urn:cumulo:problem:insufficient-balance"))
                .body("account", equalTo("commitments/" + id + "/pledged"))
                .body("balance.amount", equalTo("100.00"))
                .body("firstNegativeOn", equalTo("2021-01-01"));
        post("disbursements", "1.00", "2020-04-19", null)
                .statusCode(409)
                .body("balance.amount", equalTo("0.00"))
                .body("firstNegativeOn", equalTo("2020-04-19"));
        post("revisions", "0.01", "2020-12-31", null).statusCode(201);
        post("disbursements", "100.01", "2021-01-01", null).statusCode(201);
    }

    @Test
    void a_back_dated_spending_must_leave_enough_for_every_later_one() {
        announced(EUR_100).send().statusCode(201);
        post("disbursements", "80.00", "2022-01-01", null).statusCode(201);

        post("disbursements", "30.00", "2021-01-01", null)
                .statusCode(409)
                .body("balance.amount", equalTo("20.00"))
                .body("firstNegativeOn", equalTo("2022-01-01"));
        post("disbursements", "20.00", "2021-01-01", null).statusCode(201);
        position("2022-01-01", "100.00", "0.00", "100.00", "0.00", "0.00");
    }

    @Test
    void a_date_known_to_the_year_does_not_lie_before_the_announcement() {
        announced(EUR_100).send().statusCode(201);
        post("disbursements", "5.00", "2020", null)
                .statusCode(201)
                .body("on", equalTo("2020"))
                .body("effectiveOn", equalTo("2020-04-20"));
    }

    @Test
    void a_movement_that_cannot_be_of_this_commitment_is_422() {
        announced(EUR_100).send().statusCode(201);
        post("disbursements", "1.00", "2021-01-01", "bridges")
                .statusCode(422)
                .body("errors.pointer", contains("/category"));
        post("allocations", "1.00", "2021-01-01", null).statusCode(422).body("errors.pointer", contains("/category"));
        post("revisions", "1.00", "2021-01-01", "servers")
                .statusCode(422)
                .body("errors.pointer", contains("/category"));
        post("revisions", "0.00", "2021-01-01", null).statusCode(422).body("errors.pointer", contains("/amount"));
        post("cancellations", "-1.00", "2021-01-01", null).statusCode(422).body("errors.pointer", contains("/amount"));
        Write.post(commitment + "/disbursements", Examples.movement("1.00", "USD", "2021-01-01", null))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/amount/currency"));
        Write.post("/v1/commitments/nothing-here/disbursements", Examples.movement("1.00", "USD", "2021-01-01", null))
                .send()
                .statusCode(404);
    }

    @Test
    void an_undisclosed_amount_cannot_be_spent_and_has_no_position() {
        announced("null").send().statusCode(201).body("position", nullValue()).body("state", equalTo("undisclosed"));
        post("disbursements", "1.00", "2021-01-01", null).statusCode(409);
        post("revisions", "1.00", "2021-01-01", null).statusCode(409);
    }

    @Test
    void a_commitment_that_takes_another_ones_place_is_named_by_it() {
        announced(EUR_100).send().statusCode(201).body("supersededBy", hasSize(0));
        String successor = id + "-b";
        Instant before = Instant.now();
        Write.put(
                        "/v1/commitments/" + successor,
                        Examples.commitment("alibaba-group", EUR_100)
                                .replace("2020-04-20\",\"qualifier", "2021-05-28\",\"qualifier")
                                .replace("\"supersedes\":null", "\"supersedes\":\"" + id + "\""))
                .send()
                .statusCode(201);

        given().get(commitment).then().body("state", equalTo("superseded")).body("supersededBy", contains(successor));
        given().queryParam("asOf", "2021-05-27").get(commitment).then().body("state", equalTo("open"));
        given().queryParam("knownAt", before.toString()).get(commitment).then().body("supersededBy", hasSize(0));
        announced(EUR_100)
                .with(Examples.commitment("alibaba-group", EUR_100)
                        .replace("\"supersedes\":null", "\"supersedes\":\"" + successor + "\""))
                .sendIfMatch("*")
                .statusCode(422)
                .body("errors.pointer", contains("/supersedes"));
    }

    @Test
    void a_corrected_amount_reverses_the_pledge_and_posts_it_anew() {
        announced(EUR_100).send().statusCode(201);
        post("disbursements", "60.00", "2021-01-01", null).statusCode(201);
        Instant before = Instant.now();

        announced(EUR_100.replace("100", "80"))
                .sendIfMatch("*")
                .statusCode(200)
                .body("position.pledged.amount", equalTo("80.00"))
                .body("position.outstanding.amount", equalTo("20.00"));
        var journal = given().queryParam("commitment", id)
                .get("/v1/ledger/transactions")
                .then()
                .body("items.kind", contains("pledge", "disbursement", "reversal", "pledge"))
                .extract();
        assertThat(journal.<String>path("items[0].reversedBy")).isEqualTo(journal.path("items[2].id"));
        assertThat(journal.<String>path("items[0].replacedBy")).isEqualTo(journal.path("items[3].id"));
        assertThat(journal.<String>path("items[3].replaces")).isEqualTo(journal.path("items[0].id"));
        given().queryParam("knownAt", before.toString())
                .get(commitment)
                .then()
                .body("position.pledged.amount", equalTo("100.00"));

        announced(EUR_100.replace("100", "59")).sendIfMatch("*").statusCode(409);
        given().get(commitment).then().body("position.pledged.amount", equalTo("80.00"));
    }

    @Test
    void a_corrected_day_moves_the_pledge_unless_money_was_spent_before() {
        announced(EUR_100).send().statusCode(201);
        post("disbursements", "60.00", "2021-01-01", null).statusCode(201);
        String later = Examples.commitment("alibaba-group", EUR_100)
                .replace("\"announcedOn\":\"2020-04-20\"", "\"announcedOn\":\"2021-01-02\"");

        announced(EUR_100).with(later).sendIfMatch("*").statusCode(409).body("firstNegativeOn", equalTo("2021-01-01"));
        announced(EUR_100)
                .with(later.replace("2021-01-02", "2020-12-31"))
                .sendIfMatch("*")
                .statusCode(200);
        given().queryParam("asOf", "2020-12-30").get(commitment).then().statusCode(404);
        position("2020-12-31", "100.00", "0.00", "0.00", "0.00", "100.00");
    }

    @Test
    void a_corrected_currency_leaves_nothing_behind_or_is_refused() {
        announced(EUR_100).send().statusCode(201);
        announced(EUR_100.replace("EUR", "CNY"))
                .sendIfMatch("*")
                .statusCode(200)
                .body("position.pledged.currency", equalTo("CNY"))
                .body("position.pledged.amount", equalTo("100.00"));
        announced(EUR_100).sendIfMatch("*").statusCode(200);
        post("revisions", "5.00", "2020-05-01", null).statusCode(201);
        announced(EUR_100.replace("EUR", "CNY")).sendIfMatch("*").statusCode(409);
        announced("null").sendIfMatch("*").statusCode(409);
    }

    @Test
    void what_proves_undisclosed_or_is_retracted_pledges_nothing() {
        announced(EUR_100).send().statusCode(201);
        announced("null").sendIfMatch("*").statusCode(200).body("position", nullValue());
        announced(EUR_100).sendIfMatch("*").statusCode(200).body("position.pledged.amount", equalTo("100.00"));
        Write retraction = Write.post(commitment + "/retraction", Examples.REVERSAL);
        String spent =
                post("disbursements", "60.00", "2021-01-01", null).extract().path("id");

        retraction.send().statusCode(409);
        Write.post("/v1/ledger/transactions/" + spent + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(201);
        retraction.send().statusCode(200).body("state", equalTo("retracted")).body("position", nullValue());
        given().get("/v1/ledger/accounts/commitments/" + id + "/balance")
                .then()
                .body("balances.amount", contains("0.00"));
        post("disbursements", "1.00", "2021-01-01", null).statusCode(409);
        announced(EUR_100).sendIfMatch("*").statusCode(200).body("position.pledged.amount", equalTo("100.00"));
    }

    @Test
    void a_pledge_is_not_reversed_behind_its_commitments_back() {
        announced(EUR_100).send().statusCode(201);
        String pledge = given().queryParam("commitment", id)
                .get("/v1/ledger/transactions")
                .path("items[0].id");
        Write.post("/v1/ledger/transactions/" + pledge + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(409)
                .body("type", equalTo("urn:cumulo:problem:not-reversible"));
    }

    @Test
    void a_mistaken_spending_is_reversed_once_and_replaced_once() {
        announced(EUR_100).send().statusCode(201);
        String mistake =
                post("disbursements", "60.00", "2021-01-01", null).extract().path("id");
        String replacement = Examples.movement("6.00", "EUR", "2021-01-01", null)
                .replace("\"note\":null", "\"note\":null,\"replaces\":\"" + mistake + "\"");
        Write replaced = Write.post(commitment + "/disbursements", replacement);
        Write reversal = Write.post("/v1/ledger/transactions/" + mistake + "/reversal", Examples.REVERSAL);

        replaced.send().statusCode(409).body("type", equalTo("urn:cumulo:problem:not-replaceable"));
        String undoing = reversal.send()
                .statusCode(201)
                .body("kind", equalTo("reversal"))
                .body("reverses", equalTo(mistake))
                .body("effectiveOn", equalTo("2021-01-01"))
                .extract()
                .path("id");
        reversal.send().statusCode(409).body("reversedBy", equalTo(undoing));
        String right = replaced.send().statusCode(201).extract().path("id");
        replaced.send().statusCode(409);
        given().get("/v1/ledger/transactions/" + mistake)
                .then()
                .body("reversedBy", equalTo(undoing))
                .body("replacedBy", equalTo(right));
        Write.post("/v1/ledger/transactions/" + undoing + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(409);
        position("2021-01-01", "100.00", "0.00", "6.00", "0.00", "94.00");
    }

    @Test
    void a_revision_that_was_spent_is_not_reversed() {
        announced(EUR_100).send().statusCode(201);
        String revision =
                post("revisions", "50.00", "2020-06-01", null).extract().path("id");
        post("disbursements", "120.00", "2021-01-01", null).statusCode(201);

        Write.post("/v1/ledger/transactions/" + revision + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(409)
                .body("type", equalTo("urn:cumulo:problem:insufficient-balance"))
                .body("firstNegativeOn", equalTo("2021-01-01"))
                .body("balance.amount", equalTo("30.00"));
    }

    @Test
    void lists_are_filtered_by_period_and_standing() {
        String company = "c-" + id.substring(0, 8);
        Write.put(
                        commitment,
                        Examples.commitment(company, EUR_100)
                                .replace("\"sources\":" + SOURCES, "\"standing\":\"contested\",\"sources\":" + SOURCES))
                .send()
                .statusCode(201);
        for (String period : List.of("2020", "2021-06", "2023-04-19")) {
            given().queryParam("company", company)
                    .queryParam("period", period)
                    .queryParam("standing", "contested")
                    .get("/v1/commitments")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        given().queryParam("company", company)
                .queryParam("period", "2023-04-20")
                .get("/v1/commitments")
                .then()
                .body("items", hasSize(0));
        given().queryParam("company", company)
                .queryParam("standing", "asserted")
                .get("/v1/commitments")
                .then()
                .body("items", hasSize(0));
        given().queryParam("period", "soon")
                .queryParam("standing", "preferred")
                .get("/v1/commitments")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("period", "standing"));
    }
}
