package io.cumulo.investments;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal as clients write and read it, on accounts that belong to no feature. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class LedgerTest {

    private final String fund = "funds/f" + UUID.randomUUID().toString().substring(0, 8);

    private Write transaction(String... postings) {
        return Write.post(
                "/v1/ledger/transactions",
                Examples.transaction("world", fund, "1.00", "2020-01-01")
                        .replace(Examples.posting("world", fund, "1.00"), String.join(",", postings)));
    }

    private Write given100() {
        return transaction(Examples.posting("world", fund + "/cash", "100.00"));
    }

    private static Object balance(String account) {
        return given().get("/v1/ledger/accounts/" + account + "/balance").path("balances[0].amount");
    }

    @Test
    void several_postings_are_carried_out_together_or_not_at_all() {
        transaction(
                        Examples.posting("world", fund + "/cash", "100.00"),
                        Examples.posting(fund + "/cash", fund + "/paid/servers", "30.00"))
                .send()
                .statusCode(201)
                .body("kind", equalTo("reported-spending"))
                .body("metadata.form", equalTo("10-K"))
                .body("commitment", nullValue())
                .body("postings", hasSize(2));
        transaction(
                        Examples.posting("world", fund + "/other", "5.00"),
                        Examples.posting(fund + "/cash", fund + "/paid/chips", "70.01"))
                .send()
                .statusCode(409)
                .body("account", equalTo(fund + "/cash"))
                .body("balance.amount", equalTo("70.00"));

        assertThat(balance(fund)).isEqualTo("100.00");
        assertThat(balance(fund + "/cash")).isEqualTo("70.00");
        assertThat(balance(fund + "/paid")).isEqualTo("30.00");
        given().get("/v1/ledger/accounts/" + fund + "/other/balance").then().statusCode(404);
    }

    @Test
    void what_passes_through_an_account_on_one_day_needs_no_balance_there() {
        transaction(
                        Examples.posting(fund + "/a", fund + "/b", "10.00"),
                        Examples.posting("world", fund + "/a", "10.00"))
                .send()
                .statusCode(201);
        assertThat(balance(fund + "/a")).isEqualTo("0.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commitments/x/spent/servers", "commitments/x", "disputes/d/security/b/held"})
    void commitments_and_disputes_move_their_own_money(String account) {
        transaction(Examples.posting("world", account, "1.00")).send().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"World", "funds//a", "funds/a/", "funds/a b", "world/a", "funds/ä", ""})
    void a_path_that_is_none_is_422(String account) {
        transaction(Examples.posting("world", account, "1.00"))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/postings/0/destination"));
    }

    @Test
    void a_posting_leads_somewhere_else() {
        transaction(Examples.posting(fund, fund, "1.00")).send().statusCode(422);
        transaction(Examples.posting("world", fund, "0.00")).send().statusCode(422);
        transaction(Examples.posting("world", fund, "-1.00")).send().statusCode(422);
        transaction().send().statusCode(422).body("errors.pointer", contains("/postings"));
        Write.post(
                        "/v1/ledger/transactions",
                        Examples.transaction("world", fund, "1.00", "2020").replace("reported-spending", "reversal"))
                .send()
                .statusCode(422);
    }

    @Test
    void a_reversal_that_would_take_what_is_spent_is_refused() {
        String given = given100().send().statusCode(201).extract().path("id");
        String paid = transaction(Examples.posting(fund + "/cash", fund + "/paid", "60.00"))
                .send()
                .statusCode(201)
                .extract()
                .path("id");

        Write.post("/v1/ledger/transactions/" + given + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(409)
                .body("type", equalTo("urn:cumulo:problem:insufficient-balance"))
                .body("balance.amount", equalTo("40.00"));
        Write.post("/v1/ledger/transactions/" + paid + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(201);
        Write.post("/v1/ledger/transactions/" + given + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(201);
        assertThat(balance(fund)).isEqualTo("0.00");
        Write.post("/v1/ledger/transactions/nothing-here/reversal", Examples.REVERSAL)
                .send()
                .statusCode(404);
    }

    @Test
    void a_replacement_names_a_transaction_of_the_same_money() {
        String body = given100().body();
        given100()
                .with(body.replace("\"on\"", "\"replaces\":\"nothing-here\",\"on\""))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/replaces"));
    }

    @Test
    void the_same_request_posts_once() {
        String key = UUID.randomUUID().toString();
        Write write = given100();
        var first = write.send(given().auth()
                        .oauth2(Tokens.editor())
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key))
                .statusCode(201);
        var again = write.send(given().auth()
                        .oauth2(Tokens.editor())
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key))
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.extract().asString()).isEqualTo(first.extract().asString());
        assertThat(again.extract().header("Location")).isEqualTo(first.extract().header("Location"));
        write.with(write.body().replace("100.00", "200.00"))
                .send(given().auth()
                        .oauth2(Tokens.editor())
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key))
                .statusCode(422);
        assertThat(balance(fund)).isEqualTo("100.00");
    }

    @Test
    void the_journal_is_filtered_and_read_in_pages() {
        given100().send().statusCode(201);
        for (int day = 1; day <= 5; day++) {
            Write.post(
                            "/v1/ledger/transactions",
                            Examples.transaction(fund + "/cash", fund + "/paid/d" + day, "1.00", "2021-01-0" + day))
                    .send()
                    .statusCode(201);
        }
        assertThat(effectiveDays("account=" + fund + "/paid&limit=2"))
                .containsExactly("2021-01-01", "2021-01-02", "2021-01-03", "2021-01-04", "2021-01-05");
        assertThat(effectiveDays("account=" + fund + "&kind=reported-spending&limit=4"))
                .hasSize(6);
        assertThat(effectiveDays("account=" + fund + "/paid/d3")).containsExactly("2021-01-03");
        assertThat(effectiveDays("account=" + fund + "&from=2021-01-02&to=2021-01-03"))
                .containsExactly("2021-01-02", "2021-01-03");
        assertThat(effectiveDays("account=" + fund + "&asOf=2021-01-01")).containsExactly("2020-01-01", "2021-01-01");
        assertThat(effectiveDays("account=" + fund + "&kind=pledge")).isEmpty();
        given().get("/v1/ledger/transactions?kind=gift&from=soon")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("kind", "from"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9999-01-01", "0000-12-31", "+10000-01-01", "+999999999-12-31", "soon"})
    void a_day_out_of_range_is_400(String day) {
        given().queryParam("from", day)
                .queryParam("to", day)
                .get("/v1/ledger/transactions")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("from", "to"));
    }

    private static List<String> effectiveDays(String query) {
        List<String> days = new ArrayList<>();
        String cursor = null;
        do {
            var request = cursor == null ? given() : given().queryParam("cursor", cursor);
            JsonPath page = request.get("/v1/ledger/transactions?" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            days.addAll(page.getList("items.effectiveOn"));
            cursor = page.get("next");
        } while (cursor != null);
        return days;
    }

    @Test
    void accounts_are_listed_below_a_prefix_each_with_what_stands_on_it_alone() {
        transaction(
                        Examples.posting("world", fund + "/cash", "100.00"),
                        Examples.posting(fund + "/cash", fund + "/cash/box", "1.00"))
                .send()
                .statusCode(201);
        transaction(Examples.posting("world", fund + "x/cash", "5.00")).send().statusCode(201);

        given().queryParam("prefix", fund)
                .get("/v1/ledger/accounts")
                .then()
                .statusCode(200)
                .body("items.account", contains(fund + "/cash", fund + "/cash/box"))
                .body("items.balances.flatten().amount", contains("99.00", "1.00"));
        String next = given().queryParam("prefix", fund)
                .queryParam("limit", 1)
                .get("/v1/ledger/accounts")
                .then()
                .body("items.account", contains(fund + "/cash"))
                .extract()
                .path("next");
        given().queryParam("prefix", fund)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/ledger/accounts")
                .then()
                .body("items.account", contains(fund + "/cash/box"))
                .body("next", nullValue());
        given().queryParam("prefix", "no path")
                .get("/v1/ledger/accounts")
                .then()
                .statusCode(400);
    }

    @Test
    void an_account_that_is_opened_later_is_not_in_an_answer_of_before() {
        given100().send().statusCode(201);
        Instant before = Instant.now();
        String answer = accountsAsKnownAt(before);
        transaction(Examples.posting("world", fund + "/later", "1.00")).send().statusCode(201);

        assertThat(accountsAsKnownAt(before)).isEqualTo(answer).doesNotContain("later");
        assertThat(accountsAsKnownAt(Instant.now())).contains(fund + "/later");
    }

    private String accountsAsKnownAt(Instant instant) {
        return given().queryParam("prefix", fund)
                .queryParam("asOf", "2021-01-01")
                .queryParam("knownAt", instant.toString())
                .get("/v1/ledger/accounts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void sources_are_needed() {
        given100().with(given100().body().replace(SOURCES, "[]")).send().statusCode(422);
    }
}
