package io.cumulo.disputes;

import static io.cumulo.disputes.JediCase.CONTRACT;
import static io.cumulo.disputes.JediCase.DISPUTE;
import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class JediCaseTest {

    @BeforeEach
    void the_case_is_recorded() {
        JediCase.record();
    }

    @Test
    void injunction_suspends_the_contract_until_the_case_is_dismissed() {
        String docket = DISPUTE + "/docket/";

        on("2020-01-01", CONTRACT).body("suspended", equalTo(false)).body("suspensions", empty());
        on("2020-02-12", CONTRACT).body("suspended", equalTo(false));
        on("2020-02-13", CONTRACT).body("suspended", equalTo(true));
        on("2020-04-24", CONTRACT)
                .body("suspended", equalTo(true))
                .body("suspensions", hasSize(1))
                .body("suspensions[0].from", equalTo("2020-02-13"))
                .body("suspensions[0].to", nullValue())
                .body("suspensions[0].orderedBy", contains(docket + "injunction"))
                .body("suspensions[0].liftedBy", nullValue());
        on("2021-07-08", CONTRACT).body("suspended", equalTo(true));
        on("2021-07-09", CONTRACT).body("suspended", equalTo(false));
        given().get(CONTRACT)
                .then()
                .body("suspended", equalTo(false))
                .body("suspensions", hasSize(1))
                .body("suspensions[0].from", equalTo("2020-02-13"))
                .body("suspensions[0].to", equalTo("2021-07-09"))
                .body("suspensions[0].liftedBy", equalTo(docket + "dismissal"));
    }

    @Test
    void what_was_known_before_the_docket_stays_the_answer() {
        given().queryParam("knownAt", JediCase.beforeTheDocket().toString())
                .queryParam("asOf", "2020-04-24")
                .get(CONTRACT)
                .then()
                .statusCode(200)
                .body("suspensions", empty());
        given().queryParam("knownAt", JediCase.beforeTheDocket().toString())
                .get(DISPUTE)
                .then()
                .body("state.phase", equalTo("none"))
                .body("securities", empty());
        given().queryParam("knownAt", "2020-04-24T00:00:00Z")
                .get(CONTRACT)
                .then()
                .statusCode(404);
        given().queryParam("knownAt", "2020-04-24T00:00:00Z")
                .get(DISPUTE + "/docket")
                .then()
                .statusCode(404);
        given().queryParam("knownAt", "2020-04-24T00:00:00Z")
                .get(DISPUTE + "/docket/complaint")
                .then()
                .statusCode(404);
    }

    @Test
    void what_the_contract_may_cost_and_what_is_guaranteed_are_never_mixed() {
        given().get(CONTRACT)
                .then()
                .body("value.ceiling.amount", equalTo("10000000000.00"))
                .body("value.guaranteed.amount", equalTo("1000000.00"))
                .body("value.obligated", nullValue())
                .body("term.years", equalTo(10))
                .body("references.value", contains("HQ0034-18-R-0077", "HQ0034-20-D-0001"));
    }

    @Test
    void the_contract_is_terminated_from_its_day_on() {
        on("2021-07-05", CONTRACT).body("termination", nullValue());
        on("2021-07-06", CONTRACT)
                .body("termination.by", equalTo("us-department-of-defense"))
                .body("termination.on", equalTo("2021-07-06"))
                .body("termination.sources", hasSize(1));
        given().queryParam("asOf", "2021-07-05")
                .get(CONTRACT + "/termination")
                .then()
                .statusCode(404);
        given().get(CONTRACT + "/termination/history").then().body("items", hasSize(1));
    }

    @Test
    void a_bond_that_nobody_reported_on_has_an_unknown_outcome() {
        on("2020-04-24", DISPUTE)
                .body("securities", hasSize(1))
                .body("securities[0].status", equalTo("ordered"))
                .body("securities[0].outcome", nullValue());
        given().get(DISPUTE + "/securities")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo("pi-bond"))
                .body("items[0].amount.amount", equalTo("42000000.00"))
                .body("items[0].rule", equalTo("RCFC 65(c)"))
                .body("items[0].payer", equalTo("amazon-web-services"))
                .body("items[0].dueOn", equalTo("2020-02-20"))
                .body("items[0].orderedBy", equalTo("bond-ordered"))
                .body("items[0].required.amount", equalTo("42000000.00"))
                .body("items[0].posted", nullValue())
                .body("items[0].held", nullValue())
                .body("items[0].released", nullValue())
                .body("items[0].paidOut", nullValue())
                .body("items[0].outcome", equalTo("unknown"))
                .body("items[0].moves", empty());
    }

    @Test
    void the_dispute_shows_the_state_of_the_day() {
        on("2019-11-10", DISPUTE).body("state.phase", equalTo("noticed")).body("parties", hasSize(2));
        on("2020-04-24", DISPUTE)
                .body("state.phase", equalTo("stayed"))
                .body("state.injunctionsInForce.entry", contains("injunction"))
                .body("state.staysInForce[0].suspendsContract", equalTo(false))
                .body("state.suspensions[0].orderedBy", contains("injunction"))
                .body("state.outcome", nullValue())
                .body("state.allowedNext", hasItems("injunction-lifted", "dismissal", "ruling"))
                .body("parties.company", contains("amazon-web-services", "us-department-of-defense", "microsoft"))
                .body("parties[2].role", equalTo("intervenor"))
                .body("parties[2].from", equalTo("2019-11-22"));
        given().get(DISPUTE)
                .then()
                .body("state.phase", equalTo("dismissed"))
                .body("state.dismissalReason", equalTo("moot"))
                .body("state.injunctionsInForce", empty())
                .body("state.allowedNext", hasItem("closing"))
                .body("state.allowedNext", not(hasItem("filing")));
    }

    @Test
    void the_docket_is_read_in_the_order_of_the_world() {
        given().get(DISPUTE + "/docket")
                .then()
                .body(
                        "items.id",
                        contains(
                                "pre-filing-notice",
                                "complaint",
                                "microsoft-joins",
                                "motion",
                                "injunction",
                                "bond-ordered",
                                "stay",
                                "re-award",
                                "motions-denied",
                                "dismissal"))
                .body("items[2].party.company", equalTo("microsoft"))
                .body("items[5].security.amount.amount", equalTo("42000000.00"))
                .body("items[0].security", nullValue())
                .body("next", nullValue());
        on("2020-01-22", DISPUTE + "/docket").body("items", hasSize(4));
    }

    @Test
    void pages_of_a_docket_follow_each_other() {
        JsonPath first = given().queryParam("limit", 4)
                .get(DISPUTE + "/docket")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .jsonPath();
        JsonPath second = given().queryParam("limit", 500)
                .queryParam("cursor", first.getString("next"))
                .get(DISPUTE + "/docket")
                .jsonPath();

        assertThat(first.getList("items.id")).hasSize(4);
        assertThat(second.getList("items.id")).hasSize(6).first().isEqualTo("injunction");
        assertThat(second.getString("next")).isNull();
    }
}
