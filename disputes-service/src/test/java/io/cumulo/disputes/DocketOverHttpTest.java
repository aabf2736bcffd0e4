package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class DocketOverHttpTest {

    private String contract;
    private String dispute;

    @BeforeEach
    void a_dispute_about_a_contract() {
        contract = "contract-" + UUID.randomUUID();
        dispute = aDispute();
    }

    private String aDispute() {
        String id = "dispute-" + UUID.randomUUID();
        Bodies.contract(contract).send();
        Bodies.dispute(id, contract).send().statusCode(201);
        Bodies.entry(id, "complaint", "filing", "2020-01-01").send().statusCode(201);
        return id;
    }

    private Write entry(String key, String kind, String on) {
        return Bodies.entry(dispute, key, kind, on);
    }

    private ValidatableResponse enter(String key, String kind, String on, String extras) {
        return Bodies.entry(dispute, key, kind, on, extras).send();
    }

    private static JsonPath contractOn(String contract, String day) {
        return given().queryParam("asOf", day).get("/v1/contracts/" + contract).jsonPath();
    }

    @Test
    void an_entry_that_the_state_does_not_allow_is_refused_with_what_is_allowed() {
        entry("closed", "closing", "2020-02-01")
                .send()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:cumulo:problem:not-allowed-now"))
                .body("phase", equalTo("pending"))
                .body("entry", equalTo("closed"))
                .body("allowed", hasItems("answer", "injunction-granted", "dismissal"))
                .body("allowed", not(hasItem("closing")));
        given().get("/v1/disputes/" + dispute + "/docket/closed").then().statusCode(404);
    }

    @Test
    void a_late_discovery_changes_what_follows_and_is_refused_when_what_follows_cannot_stand() {
        enter("granted", "injunction-granted", "2020-02-01", "").statusCode(201);
        enter("lifted", "injunction-lifted", "2020-05-01", "").statusCode(201);
        enter("dissolved", "injunction-lifted", "2020-03-01", "")
                .statusCode(409)
                .body("entry", equalTo("lifted"))
                .body("detail", containsString("With it another entry can't stand"));
        enter("an-earlier-one", "injunction-granted", "2020-01-15", "").statusCode(201);

        assertThat(contractOn(contract, "2020-06-01").getList("suspensions.from"))
                .containsExactly("2020-01-15");
        assertThat(contractOn(contract, "2020-06-01").getList("suspensions.to")).containsExactly("2020-05-01");
    }

    @Test
    void a_repeated_post_adds_one_entry() {
        Write post = Write.post(
                "/v1/disputes/" + dispute + "/docket",
                entry("x", "motion", "2020-02-01").body());
        String key = UUID.randomUUID().toString();
        String first = keyed(post, key).statusCode(201).extract().asString();

        assertThat(keyed(post, key)
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(first);
        given().get("/v1/disputes/" + dispute + "/docket").then().body("items", hasSize(2));
    }

    private static ValidatableResponse keyed(Write post, String key) {
        return post.send(given().auth()
                .oauth2(Tokens.editor())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key));
    }

    @Test
    void an_imprecise_date_refuses_nothing_that_its_precision_would_allow() {
        enter("granted", "injunction-granted", "2020-03-10", "").statusCode(201);
        enter("lifted", "injunction-lifted", "2020-03", "").statusCode(201);

        given().queryParam("asOf", "2020-03-09")
                .get("/v1/disputes/" + dispute + "/docket")
                .then()
                .body("items.id", contains("complaint"));
        given().get("/v1/disputes/" + dispute + "/docket")
                .then()
                .body("items.id", contains("complaint", "granted", "lifted"))
                .body("items[2].on", equalTo("2020-03"));
        enter("lifted-again", "injunction-lifted", "2020-02", "").statusCode(409);
    }

    @Test
    void a_reader_learns_that_the_state_has_changed() {
        String etag = given().get("/v1/contracts/" + contract).header("ETag");
        given().header("If-None-Match", etag)
                .get("/v1/contracts/" + contract)
                .then()
                .statusCode(304);
        enter("pi", "injunction-granted", "2020-02-01", "").statusCode(201);

        given().header("If-None-Match", etag)
                .get("/v1/contracts/" + contract)
                .then()
                .statusCode(200);
        String now = given().get("/v1/contracts/" + contract).header("ETag");
        Bodies.contract(contract)
                .sendIfMatch(now)
                .statusCode(200)
                .header("ETag", now)
                .body("suspended", equalTo(true));
    }

    @Test
    void the_rest_of_a_long_docket_follows_by_the_cursor_that_its_dispute_is_told_with() {
        for (int number = 1; number <= 100; number++) {
            String day = LocalDate.of(2020, 2, 1).plusDays(number).toString();
            entry("hearing-" + number, "hearing", day).send().statusCode(201);
        }
        JsonPath docket =
                given().get("/v1/disputes/" + dispute + "?include=docket").jsonPath();
        List<String> ids = new ArrayList<>(docket.getList("docket.id"));
        assertThat(ids).hasSize(100);
        ids.addAll(given().queryParam("cursor", docket.getString("docketNext"))
                .get("/v1/disputes/" + dispute + "/docket")
                .path("items.id"));
        assertThat(ids).hasSize(101).doesNotHaveDuplicates();
    }

    private List<String> docketIn(String format) {
        return given().accept(format)
                .get("/v1/disputes/" + dispute + "/docket")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    @Test
    void a_docket_is_a_table_and_lines_too() {
        entry("heard", "hearing", "2020-02").send().statusCode(201);
        List<String> lines = docketIn("application/x-ndjson");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("{").contains("\"id\":\"heard\"", "\"on\":\"2020-02\"");
        List<String> table = docketIn("text/csv");
        assertThat(table).hasSize(3);
        assertThat(table.get(0)).contains("id", "kind", "on");
        assertThat(table.get(2)).contains("heard", "hearing", "2020-02");
        given().accept("text/csv").get("/v1/disputes/unheard-of/docket").then().statusCode(404);
    }

    @Test
    void pages_go_on_though_the_last_entry_seen_was_taken_back() {
        for (String key : List.of("a", "b", "c", "d")) {
            entry(key, "hearing", key.equals("d") ? "2020-03-01" : "2020-02-01")
                    .send()
                    .statusCode(201);
        }
        JsonPath first = page("limit=3", null);
        assertThat(first.getList("items.id")).containsExactly("complaint", "a", "b");
        Write.post(
                        "/v1/disputes/" + dispute + "/docket/b/retraction",
                        "{\"reason\":\"wrong\",\"sources\":" + Write.SOURCES + "}")
                .send()
                .statusCode(200);
        assertThat(page("limit=3", first.getString("next")).getList("items.id")).containsExactly("c", "d");
    }

    @Test
    void pages_go_on_though_the_last_entry_seen_is_of_a_later_day_now() {
        for (String key : List.of("a", "b", "c")) {
            entry(key, "hearing", "2020-02-01").send().statusCode(201);
        }
        JsonPath first = page("limit=3", null);
        entry("b", "hearing", "2020-03-01").sendIfMatch("*").statusCode(200);
        assertThat(page("limit=3", first.getString("next")).getList("items.id")).containsExactly("c", "b");
    }

    @Test
    void a_cursor_that_a_client_made_up_is_refused() {
        String madeUp = Base64.getUrlEncoder()
                .encodeToString(
                        ("docket of " + dispute + "\u001fyesterday\u001fa\u001f0").getBytes(StandardCharsets.UTF_8));
        given().queryParam("cursor", madeUp)
                .get("/v1/disputes/" + dispute + "/docket")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
    }

    private JsonPath page(String query, String cursor) {
        RequestSpecification asked = given();
        return (cursor == null ? asked : asked.queryParam("cursor", cursor))
                .get("/v1/disputes/" + dispute + "/docket?" + query)
                .jsonPath();
    }
}
