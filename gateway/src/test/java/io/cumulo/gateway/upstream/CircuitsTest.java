package io.cumulo.gateway.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What opens the circuit to a service, and who is held to it. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(CircuitsTest.QuickBreakers.class)
class CircuitsTest {

    private static final int REQUESTS = 10;

    FakeServices services;

    /** Looks at few requests, so that a test needn't make many. */
    public static class QuickBreakers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cumulo.breaker.requests", String.valueOf(REQUESTS),
                    "cumulo.breaker.pause", "1s",
                    "cumulo.breaker.slow-after", "600ms");
        }
    }

    @BeforeEach
    void services_that_know_nothing() {
        services.reset();
        services.companies().onJson("/v1/companies/amazon", "{\"id\":\"amazon\"}");
        services.investments().onJson("/v1/claims/x", "{}");
    }

    @AfterEach
    void all_is_well_again() {
        await().until(() -> given().get("/v1/companies/amazon").statusCode() == 200
                && given().get("/v1/claims/x").statusCode() == 200);
    }

    @Test
    void a_client_with_less_patience_than_a_service_needs_opens_no_circuit() {
        services.companies().onSilence("/v1/companies/slow");
        for (int request = 0; request < 2 * REQUESTS; request++) {
            given().header("X-Request-Timeout-Millis", "20")
                    .get("/v1/companies/slow")
                    .then()
                    .statusCode(504)
                    .body("type", is("urn:cumulo:problem:upstream-too-slow"));
        }
        given().get("/v1/companies/amazon").then().statusCode(200);
    }

    @Test
    void what_is_composed_opens_the_circuit_to_a_service_that_is_silent_and_asks_no_more_while_it_is_open() {
        for (String list : List.of("commitments", "spending", "claims")) {
            services.investments().onSilence("/v1/" + list);
        }
        dossier().body("incomplete.reason", hasItem("timeout"));
        await().until(() ->
                !dossier().extract().<List<String>>path("incomplete.reason").contains("timeout"));
        int asked = services.investments().received().size();
        dossier().time(lessThan(700L)).body("incomplete.part", hasItem("claims"));
        assertThat(services.investments().received()).hasSize(asked);
        given().get("/v1/claims/x").then().statusCode(503);
    }

    private static ValidatableResponse dossier() {
        return given().get("/v1/dossiers/amazon?sections=commitments,spending,claims&asOf=2020-04-24")
                .then()
                .statusCode(200);
    }
}
