package io.cumulo.investments.iati;

import static io.cumulo.investments.iati.ToldActivity.dollars;
import static io.cumulo.investments.iati.ToldActivity.imported;
import static io.cumulo.investments.iati.ToldActivity.transaction;
import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.cumulo.investments.HeldAccounts;
import io.cumulo.investments.Import;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A later file tells an activity anew: what stands afterwards is what it tells, and what editors have said. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class IatiUpdatesTest {

    private static final String EUROS = transaction("2", "2020-02-01", "100");
    private static final String DOLLARS = dollars("2", "2020-02-01", "70");
    private static final String REASON = "{\"reason\":\"a mistake\",\"sources\":" + SOURCES + "}";

    private final ToldActivity told = ToldActivity.anew();

    private void taken(String... transactions) {
        JsonPath job = imported(told.telling(transactions));
        assertThat(job.getInt("accepted")).as("accepted").isEqualTo(1);
    }

    private void unchanged(String... transactions) {
        JsonPath job = imported(told.telling(transactions));
        assertThat(job.getInt("unchanged")).as("unchanged").isEqualTo(1);
    }

    private String path(String currency) {
        return "/v1/commitments/" + told.commitment(currency);
    }

    private String disbursement() {
        return given().queryParam("commitment", told.commitment("EUR"))
                .queryParam("kind", "disbursement")
                .get("/v1/ledger/transactions")
                .path("items[-1].id");
    }

    private static void reversed(String transaction) {
        Write.post("/v1/ledger/transactions/" + transaction + "/reversal", REASON)
                .send()
                .statusCode(201);
    }

    @Test
    void a_promise_keeps_its_key_whatever_is_promised_beside_it() {
        String other = transaction("11", "2020-02-01", "5")
                .replace("</transaction>", "<provider-org ref=\"XX-GIVER\"/></transaction>");
        taken(EUROS);
        taken(EUROS, DOLLARS, other);

        given().get(path("EUR") + "/history").then().body("items", hasSize(1));
        given().queryParam("company", "identified-xx-org-1", "identified-xx-giver")
                .queryParam("limit", 500)
                .get("/v1/commitments")
                .then()
                .body(
                        "items.findAll { it.id.startsWith('" + told.key() + "') }.position.pledged.amount.sort()",
                        contains("100.00", "5.00", "70.00"));
        unchanged(EUROS, DOLLARS, other);
    }

    @Test
    void a_commitment_that_is_not_told_any_more_is_retracted_until_it_is_told_again_and_a_past_answer_stays() {
        taken(EUROS, DOLLARS, dollars("2", "2020-03-01", "5"), dollars("3", "2020-03-02", "75"));
        Instant before = Instant.now();
        taken(EUROS);

        told.shown("USD")
                .body("standing", is("retracted"))
                .body("state", is("retracted"))
                .body("retraction.reason", is("The activity doesn't tell of it any more"))
                .body("retraction.sources.publisher", contains("Example agency"));
        given().get("/v1/ledger/accounts/commitments/" + told.commitment("USD") + "/pledged/balance")
                .then()
                .body("balances.amount", contains("0.00"));
        told.shown("EUR").body("position.pledged.amount", is("100.00"));
        told.shown("USD", "knownAt", before.toString())
                .body("position.pledged.amount", is("75.00"))
                .body("position.spent.amount", is("75.00"));
        unchanged(EUROS);

        taken(EUROS, DOLLARS);
        told.shown("USD").body("standing", is("asserted")).body("position.pledged.amount", is("70.00"));
        unchanged(EUROS, DOLLARS);
    }

    @Test
    void what_an_editor_took_back_stays_so_whether_it_is_told_or_not() {
        taken(EUROS, DOLLARS);
        Write.post(path("USD") + "/retraction", REASON).send().statusCode(200);

        unchanged(EUROS);
        JsonPath job = imported(told.telling(EUROS, DOLLARS));

        assertThat(Import.rejections("/v1/commitments", job).getString("items[0].reason"))
                .isEqualTo("It was retracted; an editor may assert it again");
        told.shown("USD").body("standing", is("retracted")).body("retraction.reason", is("a mistake"));
        told.shown("EUR").body("position.pledged.amount", is("100.00"));
    }

    @Test
    void what_an_editor_took_back_after_the_file_had_stays_so_when_it_is_told_again() {
        taken(EUROS, DOLLARS);
        taken(EUROS);
        Write.put(path("USD"), corrected())
                .sendIfMatch(told.shown("USD").extract().header("ETag"))
                .statusCode(200);
        Write.post(path("USD") + "/retraction", REASON).send().statusCode(200);

        assertThat(imported(told.telling(EUROS, DOLLARS)).getInt("rejected")).isEqualTo(1);

        told.shown("USD").body("retraction.reason", is("a mistake"));
    }

    @Test
    void what_an_editor_corrected_stays_when_it_is_not_told_any_more() {
        taken(EUROS, DOLLARS);
        Write.put(path("USD"), corrected())
                .sendIfMatch(told.shown("USD").extract().header("ETag"))
                .statusCode(200);

        unchanged(EUROS);

        told.shown("USD").body("title", is("As an editor has it")).body("position.pledged.amount", is("60.00"));
    }

    private static String corrected() {
        return "{\"company\":\"identified-xx-org-1\",\"title\":\"As an editor has it\",\"announcedOn\":\"2020-02-01\",\"qualifier\":\"exactly\","
                + "\"amount\":{\"amount\":\"60.00\",\"currency\":\"USD\"},\"categories\":[],\"sources\":" + SOURCES
                + "}";
    }

    @Test
    void a_commitment_whose_money_an_editor_moved_is_not_taken_back_and_nothing_else_of_the_file_is_taken() {
        taken(EUROS, DOLLARS);
        Write.post(path("USD") + "/disbursements", movement("10.00", "USD"))
                .send()
                .statusCode(201);

        JsonPath job = imported(told.telling(transaction("2", "2020-02-01", "110")));

        assertThat(job.getInt("rejected")).isEqualTo(1);
        told.shown("USD").body("standing", is("asserted")).body("position.spent.amount", is("10.00"));
        told.shown("EUR").body("position.pledged.amount", is("100.00"));
    }

    private static String movement(String amount, String currency) {
        return "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"" + currency
                + "\"},\"on\":\"2020-06-01\",\"category\":null,\"note\":null,\"sources\":" + SOURCES + "}";
    }

    @Test
    void what_moved_in_several_currencies_is_withdrawn_at_once() {
        String beyond = transaction("3", "2020-04-01", "7");
        taken(
                EUROS,
                transaction("2", "2020-03-01", "50"),
                DOLLARS,
                dollars("2", "2020-03-01", "30"),
                dollars("3", "2020-03-02", "10"),
                beyond);

        taken(beyond);

        told.shown("EUR").body("standing", is("retracted"));
        told.shown("USD").body("standing", is("retracted"));
        told.beyond().body("balances.amount", contains("7.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "04", "05", "06"})
    void withdrawing_what_was_promised_and_what_was_spent_of_it_asks_for_no_order(String day) {
        taken(
                EUROS,
                transaction("2", "2020-03-" + day, "50"),
                transaction("3", "2020-04-" + day, "120"),
                transaction("3", "2020-05-" + day, "30"));

        taken(EUROS);

        told.shown("EUR").body("position.pledged.amount", is("100.00")).body("position.spent.amount", is("0.00"));
    }

    @Test
    void a_pledge_that_is_told_in_two_parts_holds_what_was_spent_of_it() {
        String spent = transaction("3", "2020-04-01", "100");
        taken(EUROS, spent);

        taken(transaction("2", "2020-02-01", "60"), transaction("2", "2020-03-01", "40"), spent);

        told.shown("EUR").body("position.pledged.amount", is("100.00")).body("position.spent.amount", is("100.00"));
    }

    @Test
    void what_a_smaller_pledge_does_not_hold_any_more_stands_beside_it() {
        String spent = transaction("3", "2020-04-01", "90");
        taken(EUROS, spent, transaction("3", "2020-04-02", "10"));

        taken(transaction("2", "2020-02-01", "50"), spent, transaction("3", "2020-04-02", "10"));

        told.shown("EUR").body("position.pledged.amount", is("50.00")).body("position.spent.amount", is("10.00"));
        told.beyond().body("balances.amount", contains("90.00"));
        given().queryParam("account", "activities/" + told.key())
                .get("/v1/ledger/transactions")
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", is("disbursement"));
    }

    @Test
    void a_pledge_that_shrinks_later_on_holds_less_of_what_was_spent() {
        String spent = transaction("3", "2020-04-01", "90");
        taken(EUROS, spent);

        taken(EUROS, spent, transaction("2", "2020-06-01", "-20"));

        told.shown("EUR").body("position.pledged.amount", is("80.00")).body("position.spent.amount", is("0.00"));
        told.beyond().body("balances.amount", contains("90.00"));
    }

    @Test
    void what_an_editor_reversed_counts_as_withdrawn_and_is_posted_anew_when_it_is_told_again() {
        String spent = transaction("3", "2020-04-01", "30");
        taken(EUROS, spent);
        reversed(disbursement());

        unchanged(EUROS);
        told.shown("EUR").body("position.spent.amount", is("0.00"));

        taken(EUROS, spent);
        told.shown("EUR").body("position.spent.amount", is("30.00"));
    }

    @Test
    void what_an_editor_reversed_is_not_posted_again_as_long_as_it_is_told() {
        String spent = transaction("3", "2020-04-01", "30");
        taken(EUROS, spent);
        reversed(disbursement());

        unchanged(EUROS, spent);
        taken(transaction("2", "2020-02-01", "90"), spent);

        told.shown("EUR").body("position.pledged.amount", is("90.00")).body("position.spent.amount", is("0.00"));
    }

    @Test
    void a_file_and_an_editor_at_one_commitment_do_not_wait_for_each_other() throws Exception {
        taken(EUROS);
        String etag = told.shown("EUR").extract().header("ETag");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<JsonPath> job;
        Future<Integer> corrected;
        try (HeldAccounts held = HeldAccounts.at("commitments/" + told.commitment("EUR"))) {
            job = threads.submit(() -> imported(told.telling(transaction("2", "2020-02-01", "150"))));
            held.awaitWaiting(1);
            corrected = threads.submit(() -> Write.put(path("EUR"), corrected())
                    .sendIfMatch(etag)
                    .extract()
                    .statusCode());
            held.awaitWaiting(2);
        } finally {
            threads.shutdown();
        }

        assertThat(job.get(8, SECONDS).getInt("accepted")).isEqualTo(1);
        assertThat(corrected.get(8, SECONDS)).isEqualTo(412);
        told.shown("EUR").body("position.pledged.amount", is("150.00"));
    }
}
