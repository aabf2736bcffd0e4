package io.cumulo.gateway.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a dossier says when services are dead, slow or wrong. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class DossierOfSilentServicesTest extends DossierOfAmazon {

    @Test
    void a_company_that_is_not_recorded_is_404() {
        given().get("/v1/dossiers/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("urn:cumulo:problem:not-found"));
    }

    @Test
    void without_the_companies_service_there_is_no_dossier() {
        services.companies().die();
        dossier("")
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("type", is("urn:cumulo:problem:upstream-unavailable"));
    }

    @Test
    void a_profile_that_does_not_come_in_time_is_504() {
        services.companies().onSilence(AMAZON);
        dossier("").statusCode(504).time(lessThan(3_000L));
    }

    @Test
    void a_moment_that_is_not_settled_yet_is_told_as_such() {
        services.companies().onProblem(AMAZON, 503, "not-yet-settled");
        dossier("").statusCode(503).header("Retry-After", "1").body("type", is("urn:cumulo:problem:not-yet-settled"));
    }

    @Test
    void a_dead_service_is_named_and_the_rest_is_served() {
        services.disputes().die();
        dossier("")
                .statusCode(200)
                .body("incomplete.part", containsInAnyOrder("contracts", "disputes"))
                .body("incomplete.reason", everyItem(is("unavailable")))
                .body("disputes", empty())
                .body("claims", hasSize(1));
    }

    @Test
    void a_slow_service_is_named_within_the_deadline() {
        services.investments().onSilence("/v1/claims");
        services.disputes().onJson("/v1/disputes", list("{'id':'long','docket':[{'id':'first'}],'docketNext':'more'}"));
        services.disputes().onSilence("/v1/disputes/long/docket");
        dossier("")
                .statusCode(200)
                .time(lessThan(2_500L))
                .body("incomplete.part", containsInAnyOrder("claims", "docket"))
                .body("incomplete.reason", everyItem(is("timeout")))
                .body("disputes[0].docket.id", contains("first"));
    }

    @Test
    void an_answer_that_stops_in_the_middle_is_a_timeout_too() {
        services.investments().on("/v1/claims", request -> request.response()
                .putHeader("Content-Length", "1000")
                .write("{\"items\":["));
        dossier("").statusCode(200).time(lessThan(2_500L)).body("incomplete.reason", contains("timeout"));
    }

    @Test
    void whatever_else_goes_wrong_with_a_part_is_named() {
        services.investments().onProblem("/v1/claims", 400, "invalid-parameter");
        services.investments().onJson("/v1/commitments", "<html>");
        services.disputes().onProblem("/v1/contracts", 500, "internal");
        services.disputes().onProblem("/v1/disputes", 503, "not-yet-settled");
        dossier("")
                .statusCode(200)
                .body("incomplete.find { it.part == 'claims' }.reason", is("refused"))
                .body("incomplete.find { it.part == 'commitments' }.reason", is("unreadable"))
                .body("incomplete.find { it.part == 'contracts' }.reason", is("unavailable"))
                .body("incomplete.find { it.part == 'disputes' }.reason", is("not-yet-settled"));
    }

    @Test
    void without_its_family_what_is_told_of_them_says_at_least_of_whom() {
        services.companies().onProblem(AMAZON + "/family", 500, "internal");
        dossier("")
                .statusCode(200)
                .body("incomplete.part", contains("family"))
                .body("roles.company", contains("amazon", "amazon-web-services"))
                .body("contracts", hasSize(1));
    }
}
