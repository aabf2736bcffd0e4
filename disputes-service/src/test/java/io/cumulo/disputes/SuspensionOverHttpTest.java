package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class SuspensionOverHttpTest {

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

    private ValidatableResponse enter(String key, String kind, String on, String extras) {
        return Bodies.entry(dispute, key, kind, on, extras).send();
    }

    private static JsonPath contractOn(String contract, String day) {
        return given().queryParam("asOf", day).get("/v1/contracts/" + contract).jsonPath();
    }

    @Test
    void a_suspension_is_told_as_precisely_as_its_orders_and_asked_for_by_the_first_days() {
        enter("pi", "injunction-granted", "2020", "").statusCode(201);
        given().queryParam("asOf", "2020-02-29")
                .get("/v1/disputes/" + dispute)
                .then()
                .body("state.injunctionsInForce.from", contains("2020"));
        enter("lifted", "injunction-lifted", "2020-03", "").statusCode(201);

        for (JsonPath told : List.of(
                given().get("/v1/contracts/" + contract).jsonPath().setRootPath(""),
                given().get("/v1/disputes/" + dispute).jsonPath().setRootPath("state"))) {
            assertThat(told.getList("suspensions.from")).containsExactly("2020");
            assertThat(told.getList("suspensions.to")).containsExactly("2020-03");
        }
        assertThat(contractOn(contract, "2020-02-29").getBoolean("suspended")).isTrue();
        assertThat(contractOn(contract, "2020-03-01").getBoolean("suspended")).isFalse();

        Bodies.entry(dispute, "lifted", "injunction-lifted", "2020-03-01")
                .sendIfMatch("*")
                .statusCode(200);
        assertThat(contractOn(contract, "2020-04-01").getList("suspensions.to")).containsExactly("2020-03-01");
        assertThat(Events.about("contracts/" + contract))
                .containsExactly("disputes.contract.suspended", "disputes.contract.resumed");
    }

    @Test
    void orders_of_several_disputes_make_one_suspension() {
        enter("pi", "injunction-granted", "2020-02-01", "").statusCode(201);
        enter("lifted", "injunction-lifted", "2020-04-01", "").statusCode(201);
        String other = aDispute();
        Bodies.entry(other, "stay", "stay", "2020-03-01", ",\"scope\":\"performance\"")
                .send()
                .statusCode(201);

        JsonPath today = given().get("/v1/contracts/" + contract).jsonPath();
        assertThat(today.getBoolean("suspended")).isTrue();
        assertThat(today.getList("suspensions")).hasSize(1);
        assertThat(today.getString("suspensions[0].to")).isNull();
        assertThat(today.getList("suspensions[0].orderedBy"))
                .containsExactly("/v1/disputes/" + dispute + "/docket/pi", "/v1/disputes/" + other + "/docket/stay");
        assertThat(contractOn(contract, "2020-02-15").getList("suspensions[0].orderedBy"))
                .hasSize(1);
        assertThat(Events.about("contracts/" + contract))
                .containsExactly(
                        "disputes.contract.suspended", "disputes.contract.resumed", "disputes.contract.suspended");
    }

    @Test
    void each_move_of_a_security_is_told_once() {
        enter(
                        "ordered",
                        "security-ordered",
                        "2020-02-01",
                        ",\"security\":{\"id\":\"bond\",\"amount\":{\"amount\":\"100.00\",\"currency\":\"USD\"}}")
                .statusCode(201);
        enter("posted", "security-posted", "2020-02-02", ",\"security\":{\"id\":\"bond\",\"amount\":null}")
                .statusCode(201);
        enter("released", "security-released", "2021", ",\"security\":{\"id\":\"bond\",\"to\":\"the payer\"}")
                .statusCode(201);

        assertThat(Events.about("disputes/" + dispute + "/securities/bond"))
                .containsExactly("disputes.security.ordered", "disputes.security.posted", "disputes.security.released");
        assertThat(Events.about(dispute + "/posted")).containsExactly("disputes.docket.asserted");
        given().get("/v1/disputes/" + dispute + "/securities")
                .then()
                .body("items[0].status", equalTo("released"))
                .body("items[0].outcome", equalTo("released"))
                .body("items[0].required.amount", equalTo("100.00"))
                .body("items[0].posted", nullValue())
                .body("items[0].released", nullValue())
                .body("items[0].paidOut", nullValue())
                .body("items[0].moves.entry", contains("posted", "released"));
    }

    @Test
    void a_dispute_that_is_retracted_suspends_nothing() {
        enter("pi", "injunction-granted", "2020-02-01", "").statusCode(201);
        Write.post(
                        "/v1/disputes/" + dispute + "/retraction",
                        "{\"reason\":\"another case\",\"sources\":" + Write.SOURCES + "}")
                .send()
                .statusCode(200);

        given().get("/v1/contracts/" + contract).then().body("suspensions", empty());
        assertThat(Events.about("contracts/" + contract))
                .containsExactly("disputes.contract.suspended", "disputes.contract.resumed");
    }

    @Test
    void a_dispute_that_proves_to_be_about_another_contract_suspends_that_one() {
        enter("pi", "injunction-granted", "2020-02-01", "").statusCode(201);
        String other = "other-" + UUID.randomUUID();
        Bodies.contract(other).send().statusCode(201);
        Bodies.dispute(dispute, other)
                .sendIfMatch(given().get("/v1/disputes/" + dispute).header("ETag"))
                .statusCode(200);

        given().get("/v1/contracts/" + contract).then().body("suspended", equalTo(false));
        given().get("/v1/contracts/" + other).then().body("suspended", equalTo(true));
        assertThat(Events.about("contracts/" + contract))
                .containsExactly("disputes.contract.suspended", "disputes.contract.resumed");
        assertThat(Events.about("contracts/" + other)).containsExactly("disputes.contract.suspended");
    }
}
