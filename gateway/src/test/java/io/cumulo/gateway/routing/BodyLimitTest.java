package io.cumulo.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class BodyLimitTest {

    private static final int LIMIT = 1_048_576;

    FakeServices services;

    private final AtomicBoolean wholeBodyCame = new AtomicBoolean();

    @BeforeEach
    void takeEverything() {
        services.reset();
        services.disputes().on("/v1/disputes", request -> {
            request.response().exceptionHandler(broken -> {});
            request.endHandler(end -> {
                wholeBodyCame.set(true);
                request.response().end("taken");
            });
            request.resume();
        });
    }

    @Test
    void a_body_that_announces_too_much_reaches_no_service() {
        given().auth()
                .oauth2(Tokens.editor())
                .body("x".repeat(LIMIT + 1))
                .post("/v1/disputes")
                .then()
                .statusCode(413)
                .body("type", is("urn:cumulo:problem:body-too-large"));
        assertThat(services.disputes().received()).isEmpty();
    }

    @Test
    void a_body_of_unknown_length_is_cut_off_where_it_grows_too_large() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(head("Transfer-Encoding: chunked")).sendChunks(4 * LIMIT);
            String answer = client.readUntil("}");
            assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:cumulo:problem:body-too-large");
            assertThat(client.isClosedByPeer()).isTrue();
        }
        assertThat(wholeBodyCame).isFalse();
        await().until(() -> services.disputes().onlyRequest().response().closed());
    }

    @Test
    void a_body_of_unknown_length_within_the_limit_passes() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(head("Transfer-Encoding: chunked")).sendChunks(LIMIT).send("0\r\n\r\n");
            assertThat(client.readUntil("taken")).startsWith("HTTP/1.1 200");
        }
        assertThat(wholeBodyCame).isTrue();
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(head("Content-Length: 2\r\nExpect: 100-continue"));
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            client.send("{}");
            assertThat(client.readUntil("taken")).startsWith("HTTP/1.1 200");
        }
        assertThat(services.disputes().onlyRequest().getHeader("Expect")).isNull();
    }

    @Test
    void a_client_that_asks_first_for_too_much_is_refused_before_it_sends() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(head("Content-Length: 99999999\r\nExpect: 100-continue"));
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  /v1/claims/imports",
        "PUT,  /v1/companies/amazon/roles/imports",
        "POST, /v1/disputes/jedi/docket/imports",
        "PUT,  /v1/companies/imports"
    })
    void a_key_that_is_named_as_the_imports_are_lets_no_large_body_in(String method, String path) {
        given().auth()
                .oauth2(Tokens.editor())
                .body("x".repeat(LIMIT + 1))
                .request(method, path)
                .then()
                .statusCode(413)
                .body("type", is("urn:cumulo:problem:body-too-large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies/imports",
                "/v1/commitments/imports",
                "/v1/rates/imports",
                "/v1/spending/imports",
                "/v1/contracts/imports",
                "/v1/disputes/imports"
            })
    void a_file_that_is_handed_in_may_be_large(String path) {
        Stream.of(services.companies(), services.investments(), services.disputes())
                .forEach(service -> service.on(path, request -> {
                    request.endHandler(end -> request.response().end("taken"));
                    request.resume();
                }));
        given().auth()
                .oauth2(Tokens.editor())
                .body("x".repeat(LIMIT + 1))
                .post(path + "?format=ndjson")
                .then()
                .statusCode(200)
                .body(is("taken"));
    }

    private static String head(String headers) {
        return "POST /v1/disputes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.editor() + "\r\n" + headers
                + "\r\n\r\n";
    }
}
