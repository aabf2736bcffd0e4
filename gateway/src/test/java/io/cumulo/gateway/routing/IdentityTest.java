package io.cumulo.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class IdentityTest {

    FakeServices services;

    @BeforeEach
    void forget() {
        services.reset();
        services.disputes().on("/v1/disputes", request -> request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_write_without_a_token_is_refused_before_it_reaches_a_service(String method) {
        refused(given(), method, 401, "unauthenticated");
    }

    @Test
    void a_write_with_a_bad_token_is_refused_before_it_reaches_a_service() {
        refused(given().auth().oauth2(Tokens.expired()), "POST", 401, "unauthenticated");
        refused(given().auth().oauth2(Tokens.forAnotherAudience()), "POST", 401, "unauthenticated");
        refused(given().auth().oauth2("nonsense"), "POST", 401, "unauthenticated");
    }

    @Test
    void a_reader_may_not_write() {
        refused(given().auth().oauth2(Tokens.reader()), "PUT", 403, "forbidden");
    }

    @Test
    void what_an_editor_writes_reaches_the_service_with_the_token() {
        String token = Tokens.editor();
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"title\":\"x\"}")
                .post("/v1/disputes")
                .then()
                .statusCode(200)
                .body("title", is("x"));
        assertThat(services.disputes().onlyRequest().getHeader("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void anyone_may_read() {
        given().get("/v1/disputes").then().statusCode(200);
    }

    @Test
    void a_method_that_no_service_knows_is_refused() {
        given().request("TRACE", "/v1/disputes").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.editor())
                .request("TRACE", "/v1/disputes")
                .then()
                .statusCode(403);
        assertThat(services.disputes().received()).isEmpty();
    }

    private void refused(RequestSpecification request, String method, int status, String type) {
        request.body("{}")
                .request(method, "/v1/disputes")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:cumulo:problem:" + type));
        assertThat(services.disputes().received()).isEmpty();
    }
}
