package io.cumulo.disputes;

import static io.cumulo.kit.testing.Write.SOURCES;
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
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Amazon Web Services, Inc. v. United States, No. 19-1796C (Court of Federal Claims), recorded as it was published. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JediCaseTest {

    private static final String CONTRACT = "/v1/contracts/jedi";
    private static final String DISPUTE = "/v1/disputes/aws-v-us";

    private Instant beforeTheDocket;

    @BeforeEach
    void the_case_is_recorded() {
        if (beforeTheDocket != null) {
            return;
        }
        Write.put(CONTRACT, """
                {"title":"Joint Enterprise Defense Infrastructure","description":"Cloud infrastructure and its upkeep",
                 "buyer":"us-department-of-defense",
                 "references":[{"scheme":"solicitation","value":"HQ0034-18-R-0077"},{"scheme":"piid","value":"HQ0034-20-D-0001"}],
                 "procurementMethod":"open","stage":"award","awardedOn":"2019-10-25","suppliers":["microsoft"],
                 "value":{"ceiling":{"amount":"10000000000.00","currency":"USD"},
                          "guaranteed":{"amount":"1000000.00","currency":"USD"},"obligated":null},
                 "term":{"years":10,"options":true,"endsOn":"2029-10-24"},"validFrom":"2018-07","sources":%s}
                """.formatted(SOURCES)).send().statusCode(201);
        Write.put(DISPUTE, """
                {"title":"Amazon Web Services, Inc. v. United States","kind":"bid-protest","forum":"us-court-of-federal-claims",
                 "docketNumber":"1:19-cv-01796","contract":"jedi",
                 "parties":[{"company":"amazon-web-services","role":"claimant"},
                            {"company":"us-department-of-defense","role":"respondent"}],
                 "grounds":[{"allegedBy":"amazon-web-services","text":"The award was steered to please the president."}],
                 "remediesSought":["an injunction against performance"],"judge":"Patricia E. Campbell-Smith","sources":%s}
                """.formatted(SOURCES)).send().statusCode(201);
        Bodies.termination("jedi", "2021-07-06").send().statusCode(201);
        beforeTheDocket = Instant.parse(given().get(CONTRACT + "/termination").path("recordedAt"));

        entry("dismissal", "dismissal", "2021-07-09", ",\"reason\":\"moot\"", 409);
        entry("pre-filing-notice", "notice", "2019-11-08", "", 201);
        entry("complaint", "filing", "2019-11-22", "", 201);
        entry("dismissal", "dismissal", "2021-07-09", ",\"reason\":\"moot\"", 201);
        entry("microsoft-joins", "intervention", "2019-11-22", ",\"party\":{\"company\":\"microsoft\"}", 201);
        entry("stay", "stay", "2020-04-17", ",\"scope\":\"proceedings\"", 201);
        entry("motion", "motion", "2020-01-22", "", 201);
        entry("injunction", "injunction-granted", "2020-02-13", "", 201);
        entry("bond-ordered", "security-ordered", "2020-02-13", """
                ,"security":{"id":"pi-bond","amount":{"amount":"42000000.00","currency":"USD"},"rule":"RCFC 65(c)",
                 "payer":"amazon-web-services","protects":"whoever was wrongfully enjoined","custodian":"the clerk of the court",
                 "condition":"the injunction proves to have been issued wrongfully","dueOn":"2020-02-20"}""", 201);
        entry("re-award", "corrective-action", "2020-09-04", "", 201);
        entry("motions-denied", "order", "2021-04-28", "", 201);
    }

    private static void entry(String key, String kind, String on, String extras, int status) {
        Bodies.entry("aws-v-us", key, kind, on, extras).send().statusCode(status);
    }

    private static ValidatableResponse on(String day, String path) {
        return given().queryParam("asOf", day).get(path).then().statusCode(200);
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
        given().queryParam("knownAt", beforeTheDocket.toString())
                .queryParam("asOf", "2020-04-24")
                .get(CONTRACT)
                .then()
                .statusCode(200)
                .body("suspensions", empty());
        given().queryParam("knownAt", beforeTheDocket.toString())
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

    @Test
    void lists_find_what_a_company_takes_part_in() {
        for (String company : List.of("us-department-of-defense", "microsoft")) {
            given().queryParam("company", company).get("/v1/contracts").then().body("items.id", hasItem("jedi"));
        }
        given().queryParam("company", "oracle")
                .queryParam("company", "microsoft")
                .get("/v1/contracts")
                .then()
                .body("items.id", hasItem("jedi"));
        given().queryParam("company", "oracle").get("/v1/contracts").then().body("items", empty());
        given().queryParam("supplier", "us-department-of-defense")
                .get("/v1/contracts")
                .then()
                .body("items", empty());
        for (String company : List.of("amazon-web-services", "us-court-of-federal-claims", "microsoft")) {
            given().queryParam("company", company).get("/v1/disputes").then().body("items.id", hasItem("aws-v-us"));
        }
        given().queryParam("company", "microsoft")
                .queryParam("asOf", "2019-11-21")
                .get("/v1/disputes")
                .then()
                .body("items.id", not(hasItem("aws-v-us")));
        given().queryParam("company", "microsoft")
                .queryParam("knownAt", beforeTheDocket.toString())
                .get("/v1/disputes")
                .then()
                .body("items.id", not(hasItem("aws-v-us")));
        given().queryParam("contract", "jedi").get("/v1/disputes").then().body("items.id", contains("aws-v-us"));
    }

    @Test
    void lists_find_the_contracts_suspended_on_a_day() {
        on("2020-04-24", CONTRACT.replace("/jedi", "?suspended=true&stage=award"))
                .body("items.id", hasItem("jedi"));
        on("2020-04-24", "/v1/contracts?suspended=false").body("items.id", not(hasItem("jedi")));
        on("2021-07-09", "/v1/contracts?suspended=true").body("items.id", not(hasItem("jedi")));
        given().queryParam("asOf", "2020-04-24")
                .queryParam("knownAt", beforeTheDocket.toString())
                .queryParam("suspended", "true")
                .get("/v1/contracts")
                .then()
                .body("items.id", not(hasItem("jedi")));
        given().get("/v1/contracts?suspended=perhaps").then().statusCode(400);
        given().get("/v1/contracts?stage=dreaming").then().statusCode(400);
    }
}
