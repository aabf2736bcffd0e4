package io.cumulo.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class OriginFailureTest {

    FakeServices services;

    @BeforeEach
    void forget() {
        services.reset();
    }

    @Test
    void a_dead_service_is_503_with_retry_after_and_the_others_go_on() {
        services.disputes().onJson("/v1/disputes", "{\"items\":[]}");
        services.companies().die();
        given().get("/v1/companies/amazon")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("type", is("urn:cumulo:problem:upstream-unavailable"))
                .body("instance", is("/v1/companies/amazon"))
                .body("traceId", notNullValue());
        given().get("/v1/disputes").then().statusCode(200);
    }

    @Test
    void a_write_to_a_dead_service_is_503_too() {
        services.companies().die();
        given().auth()
                .oauth2(Tokens.editor())
                .body("{}")
                .put("/v1/companies/amazon")
                .then()
                .statusCode(503)
                .header("Retry-After", "1");
    }

    @Test
    void a_service_that_comes_back_is_used_again() {
        services.companies().die();
        given().get("/v1/companies/amazon").then().statusCode(503);
        services.reset();
        services.companies().onJson("/v1/companies/amazon", "{}");
        given().get("/v1/companies/amazon").then().statusCode(200);
    }

    @Test
    void a_service_that_is_too_slow_is_504_and_its_connection_is_given_up() {
        services.investments().onSilence("/v1/commitments");
        given().get("/v1/commitments")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", is("urn:cumulo:problem:upstream-too-slow"))
                .time(lessThan(3_000L));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> services.investments().received().get(0).response().closed());
    }

    @Test
    void a_client_on_a_slow_line_is_not_the_services_fault() {
        services.companies().on("/v1/companies/slow", request -> request.body()
                .onSuccess(body -> request.response().end("took " + body.length())));
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("PUT /v1/companies/slow HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.editor()
                    + "\r\nContent-Length: 2\r\n\r\n{");
            await().pollDelay(Duration.ofMillis(1_200)).until(() -> true);
            client.send("}");
            assertThat(client.readUntil("took 2")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_service_that_breaks_off_before_it_answers_is_503() {
        services.companies()
                .on("/v1/companies/amazon", request -> request.connection().close());
        given().get("/v1/companies/amazon")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", is("urn:cumulo:problem:upstream-unavailable"));
    }

    @Test
    void a_service_that_breaks_off_in_the_middle_of_an_answer_is_not_mistaken_for_a_whole_one() {
        services.companies().on("/v1/companies/amazon", request -> {
            request.response().putHeader("Content-Length", "1000").write("the beginning");
            request.connection().close();
        });
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("GET /v1/companies/amazon HTTP/1.1\r\nHost: x\r\n\r\n");
            client.readUntil("the beginning");
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void more_requests_than_may_wait_get_503_at_once_and_the_rest_are_answered() {
        services.companies().onSilence("/v1/companies/amazon");
        List<RawClient> clients =
                Stream.generate(() -> new RawClient(RestAssured.port)).limit(12).toList();
        clients.forEach(client -> client.send("GET /v1/companies/amazon HTTP/1.1\r\nHost: x\r\n\r\n"));
        List<String> answers = clients.stream()
                .map(client -> client.readUntil("\r\n\r\n").substring(9, 12))
                .toList();
        clients.forEach(RawClient::close);
        assertThat(answers).contains("503", "504");
        assertThat(services.companies().received()).hasSizeLessThanOrEqualTo(8);
        services.companies().onJson("/v1/companies/amazon", "{}");
        given().get("/v1/companies/amazon").then().statusCode(200);
    }
}
