package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry that proves wrong is corrected or taken back: the docket is folded anew, what was known stays readable, who listens is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class CorrectedEntriesTest {

    private static final String BOND =
            ",\"security\":{\"id\":\"bond\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"}}";

    private String contract;
    private String dispute;

    @BeforeEach
    void an_injunction_suspends_a_contract() {
        contract = "contract-" + UUID.randomUUID();
        dispute = "dispute-" + UUID.randomUUID();
        Bodies.contract(contract).send().statusCode(201);
        Bodies.dispute(dispute, contract).send().statusCode(201);
        enter("complaint", "filing", "2020-01-01", "").statusCode(201);
        enter("granted", "injunction-granted", "2020-02-01", "").statusCode(201);
        enter("lifted", "injunction-lifted", "2020-05-01", "").statusCode(201);
    }

    private Write entry(String key, String kind, String on, String extras) {
        return Bodies.entry(dispute, key, kind, on, extras);
    }

    private ValidatableResponse enter(String key, String kind, String on, String extras) {
        return entry(key, kind, on, extras).send();
    }

    private ValidatableResponse correct(String key, String kind, String on, String extras) {
        return entry(key, kind, on, extras).sendIfMatch(given().get(path(key)).header("ETag"));
    }

    private ValidatableResponse retract(String key) {
        return Write.post(path(key) + "/retraction", "{\"reason\":\"a misprint\",\"sources\":" + Write.SOURCES + "}")
                .send();
    }

    private String path(String key) {
        return "/v1/disputes/" + dispute + "/docket/" + key;
    }

    private ValidatableResponse contractAt(String knownAt) {
        return (knownAt == null ? given() : given().queryParam("knownAt", knownAt))
                .get("/v1/contracts/" + contract)
                .then();
    }

    @Test
    void a_corrected_entry_changes_the_suspension_and_the_past_answer_stays() {
        String before = given().get(path("lifted")).path("recordedAt");
        correct("granted", "injunction-granted", "2020-02-13", "")
                .statusCode(200)
                .body("on", equalTo("2020-02-13"));

        contractAt(null)
                .body("suspensions.from", contains("2020-02-13"))
                .body("suspensions.to", contains("2020-05-01"));
        contractAt(before).body("suspensions.from", contains("2020-02-01"));
        given().queryParam("knownAt", before).get(path("granted")).then().body("on", equalTo("2020-02-01"));
        given().queryParam("knownAt", before)
                .get("/v1/disputes/" + dispute)
                .then()
                .body("state.suspensions[0].from", equalTo("2020-02-01"));
        given().get(path("granted") + "/history").then().body("items", hasSize(2));
        given().get("/v1/disputes/" + dispute + "/docket").then().body("items", hasSize(3));
        assertThat(Events.about(dispute + "/granted"))
                .containsExactly("disputes.docket.asserted", "disputes.docket.corrected");
        assertThat(Events.about("contracts/" + contract))
                .containsExactly(
                        "disputes.contract.suspended",
                        "disputes.contract.resumed",
                        "disputes.contract.resumed",
                        "disputes.contract.suspended",
                        "disputes.contract.resumed");
    }

    @Test
    void a_correction_needs_the_tag_and_is_refused_when_what_follows_cannot_stand() {
        entry("granted", "injunction-granted", "2020-02-13", "").send().statusCode(412);
        correct("granted", "injunction-granted", "2020-06-01", "")
                .statusCode(409)
                .body("type", equalTo("urn:cumulo:problem:not-allowed-now"))
                .body("entry", equalTo("lifted"))
                .body("detail", containsString("With it another entry can't stand"));
        correct("granted", "hearing", "2020-02-01", "").statusCode(409).body("entry", equalTo("lifted"));
        correct("lifted", "closing", "2020-05-01", "")
                .statusCode(409)
                .body("entry", equalTo("lifted"))
                .body("phase", equalTo("pending"));
        retract("granted")
                .statusCode(409)
                .body("entry", equalTo("lifted"))
                .body("detail", containsString("Without it another entry can't stand"));
        retract("complaint").statusCode(409).body("entry", equalTo("granted"));

        given().get(path("granted")).then().body("on", equalTo("2020-02-01")).body("standing", equalTo("asserted"));
        given().get(path("granted") + "/history").then().body("items", hasSize(1));
    }

    @Test
    void an_entry_that_is_taken_back_counts_no_more_and_can_be_asserted_again() {
        String before = given().get(path("lifted")).path("recordedAt");
        retract("lifted").statusCode(200).body("standing", equalTo("retracted"));

        contractAt(null).body("suspended", equalTo(true));
        contractAt(before).body("suspended", equalTo(false));
        given().get("/v1/disputes/" + dispute + "/docket").then().body("items.id", contains("complaint", "granted"));
        given().get(path("lifted")).then().statusCode(200).body("standing", equalTo("retracted"));
        retract("lifted").statusCode(409);
        retract("granted").statusCode(200);
        contractAt(null).body("suspensions", empty());

        correct("granted", "injunction-granted", "2020-02-02", "").statusCode(200);
        contractAt(null).body("suspensions.from", contains("2020-02-02")).body("suspensions[0].to", nullValue());
    }

    @Test
    void a_party_that_did_not_join_is_found_no_more() {
        enter("joins", "intervention", "2020-01-02", ",\"party\":{\"company\":\"one-that-joins\"}")
                .statusCode(201);
        String before = given().get(path("joins")).path("recordedAt");
        retract("joins").statusCode(200);

        given().queryParam("company", "one-that-joins")
                .get("/v1/disputes")
                .then()
                .body("items", empty());
        given().queryParam("company", "one-that-joins")
                .queryParam("knownAt", before)
                .get("/v1/disputes")
                .then()
                .body("items.id", contains(dispute));
    }

    @Test
    void who_books_securities_is_told_of_every_change_of_a_move_and_of_no_other() {
        enter("ordered", "security-ordered", "2020-02-01", BOND.formatted("100.00"))
                .statusCode(201);
        enter("posted", "security-posted", "2020-03-10", BOND.formatted("100.00"))
                .statusCode(201);
        enter("released", "security-released", "2020-03", BOND.formatted("40.00"))
                .statusCode(201);
        enter("hearing", "hearing", "2020-03-20", "").statusCode(201);
        correct("posted", "security-posted", "2020-03-15", BOND.formatted("90.00"))
                .statusCode(200);
        retract("posted").statusCode(409).body("entry", equalTo("released"));
        retract("released").statusCode(200);

        assertThat(moves().stream().map(event -> event.get("type")))
                .containsExactly(
                        "disputes.security.ordered",
                        "disputes.security.posted",
                        "disputes.security.released",
                        "disputes.security.corrected",
                        "disputes.security.corrected",
                        "disputes.security.retracted");
        assertThat(moves().stream().map(CorrectedEntriesTest::told))
                .containsExactly(
                        List.of("ordered", "security-ordered", "2020-02-01", "2020-02-01"),
                        List.of("posted", "security-posted", "2020-03-10", "2020-03-10"),
                        List.of("released", "security-released", "2020-03", "2020-03-10"),
                        List.of("posted", "security-posted", "2020-03-15", "2020-03-15"),
                        List.of("released", "security-released", "2020-03", "2020-03-15"),
                        List.of("released", "security-released", "2020-03", "2020-03-15"));
    }

    @Test
    void a_dispute_that_is_taken_back_never_moved_money() {
        enter("ordered", "security-ordered", "2020-02-01", BOND.formatted("100.00"))
                .statusCode(201);
        enter("posted", "security-posted", "2020-03-10", BOND.formatted("100.00"))
                .statusCode(201);
        Write.post(
                        "/v1/disputes/" + dispute + "/retraction",
                        "{\"reason\":\"another case\",\"sources\":" + Write.SOURCES + "}")
                .send()
                .statusCode(200);

        assertThat(moves().stream().map(event -> event.get("type")))
                .containsExactly(
                        "disputes.security.ordered",
                        "disputes.security.posted",
                        "disputes.security.retracted",
                        "disputes.security.retracted");
    }

    private List<Map<String, Object>> moves() {
        return Events.feed().stream()
                .filter(event -> event.get("subject").equals("disputes/" + dispute + "/securities/bond"))
                .toList();
    }

    private static List<Object> told(Map<String, Object> event) {
        Map<?, ?> data = (Map<?, ?>) event.get("data");
        return List.of(data.get("entry"), data.get("kind"), data.get("on"), data.get("effectiveOn"));
    }
}
