package io.cumulo.gateway.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class HealthTest {

    FakeServices services;

    @TestHTTPResource(value = "/", management = true)
    String management;

    @BeforeEach
    void forget() {
        services.reset();
    }

    @Test
    void the_gateway_is_ready_without_a_service_and_says_which_one_is_missing() {
        services.disputes().die();
        given().get(management + "health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.find { it.name == 'upstreams' }.data.companies", equalTo("reachable"))
                .body("checks.find { it.name == 'upstreams' }.data.disputes", equalTo("unreachable"));
    }

    @Test
    void liveness_asks_no_service() {
        given().get(management + "health/live").then().statusCode(200).body(not(containsString("upstreams")));
    }

    @Test
    void metrics_are_counted_by_collection_not_by_path() {
        services.companies().onJson("/v1/companies/amazon", "{}");
        given().get("/v1/companies/amazon").then().statusCode(200);
        given().get(management + "metrics")
                .then()
                .statusCode(200)
                .body(containsString("uri=\"/v1/companies\""))
                .body(not(containsString("/v1/companies/amazon")));
    }
}
