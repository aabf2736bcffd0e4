package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Disputes that go from forum to forum. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class AppealsTest {

    private final String first = "first-" + UUID.randomUUID();
    private final String second = "second-" + UUID.randomUUID();
    private final String third = "third-" + UUID.randomUUID();

    private static Write dispute(String id, String forum, String appealsFrom) {
        return Write.put("/v1/disputes/" + id, """
                {"title":"A v. B","kind":"appeal","forum":"%s","appealsFrom":%s,
                 "parties":[{"company":"amazon-web-services","role":"claimant"}],"sources":%s}""".formatted(
                        forum, appealsFrom == null ? "null" : "\"" + appealsFrom + "\"", Write.SOURCES));
    }

    private static ValidatableResponse enter(String dispute, String kind, String on, String extras) {
        return Bodies.entry(dispute, kind + "-" + on, kind, on, extras).send();
    }

    private void a_decision_that_was_appealed_twice() {
        dispute(first, "court-of-first-instance", null).send().statusCode(201);
        dispute(second, "court-of-appeals", first).send().statusCode(201);
        dispute(third, "supreme-court", second).send().statusCode(201);
        enter(first, "filing", "2020-01-01", "").statusCode(201);
        enter(first, "ruling", "2020-02-01", ",\"outcome\":\"for-claimant\",\"grants\":[\"a new evaluation\"]")
                .statusCode(201);
        enter(first, "appeal", "2020-03-01", "").statusCode(201);
        enter(second, "appeal", "2020-03-01", "").statusCode(201);
    }

    @Test
    void a_dispute_shows_the_appeals_from_it_and_what_came_of_them() {
        a_decision_that_was_appealed_twice();
        given().get("/v1/disputes/" + first)
                .then()
                .body("state.phase", equalTo("on-appeal"))
                .body("state.remediesGranted.text", contains("a new evaluation"))
                .body("appeals.dispute", contains(second))
                .body("appeals[0].phase", equalTo("on-appeal"))
                .body("appeals[0].outcome", nullValue());
        enter(second, "ruling", "2020-06-01", ",\"outcome\":\"for-claimant\"").statusCode(201);
        enter(first, "mandate", "2020-07-01", ",\"review\":\"reversed\"").statusCode(201);

        given().get("/v1/disputes/" + first)
                .then()
                .body("state.phase", equalTo("decided"))
                .body("state.review", equalTo("reversed"))
                .body("state.remediesGranted", empty())
                .body("appeals[0].outcome", equalTo("for-claimant"));
        given().queryParam("asOf", "2020-06-30")
                .get("/v1/disputes/" + first)
                .then()
                .body("state.phase", equalTo("on-appeal"))
                .body("state.review", nullValue())
                .body("state.remediesGranted.entry", contains("ruling-2020-02-01"));
        given().get("/v1/disputes/" + second).then().body("appeals.dispute", contains(third));
        given().get("/v1/disputes/" + third).then().body("appeals", empty());
    }

    @Test
    void a_mandate_answers_an_appeal_and_nothing_else() {
        a_decision_that_was_appealed_twice();
        enter(first, "mandate", "2020-02-15", ",\"review\":\"affirmed\"").statusCode(409);
        enter(first, "mandate", "2020-07-01", "").statusCode(422);
        enter(first, "mandate", "2020-07-01", ",\"review\":\"affirmed\"").statusCode(201);
        enter(first, "mandate", "2020-07-02", ",\"review\":\"affirmed\"").statusCode(409);
        enter(first, "closing", "2020-08-01", "").statusCode(201);
    }

    @Test
    void appeals_lead_in_no_circle() {
        a_decision_that_was_appealed_twice();
        for (String origin : new String[] {first, second, third}) {
            dispute(first, "court-of-first-instance", origin)
                    .sendIfMatch(given().get("/v1/disputes/" + first).header("ETag"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/appealsFrom"));
        }
    }

    @Test
    void an_appeal_that_was_taken_back_leads_nowhere() {
        dispute(second, "court-of-appeals", null).send().statusCode(201);
        dispute(first, "court-of-first-instance", second).send().statusCode(201);
        Write.post(
                        "/v1/disputes/" + first + "/retraction",
                        "{\"reason\":\"the wrong way round\",\"sources\":" + Write.SOURCES + "}")
                .sendIfMatch(given().get("/v1/disputes/" + first).header("ETag"))
                .statusCode(200);

        dispute(second, "court-of-appeals", first)
                .sendIfMatch(given().get("/v1/disputes/" + second).header("ETag"))
                .statusCode(200);
        dispute(first, "court-of-first-instance", second)
                .sendIfMatch(given().get("/v1/disputes/" + first).header("ETag"))
                .statusCode(422)
                .body("errors.pointer", contains("/appealsFrom"));
        dispute(first, "court-of-first-instance", null)
                .sendIfMatch(given().get("/v1/disputes/" + first).header("ETag"))
                .statusCode(200);
    }
}
