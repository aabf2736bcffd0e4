package io.cumulo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by accident. In the texts, | stands for the end of a line. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class HostileClientTest {

    private static final String HIDDEN = "GET /v1/companies/hidden HTTP/1.1|Host: x||";

    FakeServices services;

    @Inject
    InProgress inProgress;

    private Warnings warnings;

    @BeforeEach
    void all_is_quiet() {
        services.reset();
        services.companies().on("/v1/reconcile", request -> request.body()
                .onSuccess(body -> request.response().end("took " + body.length())));
        services.companies().onJson("/v1/companies", "{}");
        services.companies().onJson("/v1/companies/hidden", "{}");
        warnings = new Warnings();
    }

    @AfterEach
    void nobody_was_alarmed_and_nothing_is_left() {
        warnings.close();
        assertThat(warnings.all()).isEmpty();
        await().until(() -> inProgress.requests() == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5|Content-Length: 6||abcde",
                "Content-Length: 5, 6||abcde",
                "Content-Length: +5||abcde",
                "Content-Length: -5||abcde",
                "Content-Length: 0x5||abcde",
                "Content-Length: 5 5||abcde",
                "Content-Length: 99999999999999999999||abcde",
                "Content-Length : 5||abcde",
                "Transfer-Encoding : chunked||0||",
                "Transfer-Encoding: xchunked||0||",
                "Transfer-Encoding: chunked, identity||0||",
                "Transfer-Encoding: identity, chunked, identity||0||",
                "Transfer-Encoding: chunked|Transfer-Encoding: identity||0||",
                "Transfer-Encoding: \u000bchunked||0||",
                "X: y|Transfer-Encoding:|\tchunked|Content-Length: 3||abc",
                "Transfer-Encoding: chunked||-1||",
                "Transfer-Encoding: chunked||fffffffffffffffff|a|0||",
                "Transfer-Encoding: chunked||3|abcdefgh|0||",
                "Transfer-Encoding: chunked||zz|ab|0||",
                "Na\u0000me: x||",
                "Name: a\u0000b||",
                "No colon here||",
            })
    void a_body_whose_end_can_be_read_in_two_ways_is_refused_with_its_connection(String rest) {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines("POST /v1/reconcile HTTP/1.1|Host: x|" + rest + HIDDEN));
            String answer = client.readToEnd();
            assertThat(answer).matches("(?s)(HTTP/1.[01] 4.*)?").doesNotContain(" 200 ");
        }
        assertThat(services.companies().received())
                .noneMatch(request -> request.path().endsWith("hidden") || request.isEnded());
    }

    @Test
    void bare_line_feeds_end_lines_for_the_service_too_or_the_request_is_refused() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("GET /v1/companies HTTP/1.1\nHost: x\nConnection: close\n\n");
            assertThat(client.readToEnd()).matches("(?s)HTTP/1.[01] (200|400) .*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/companies HTTP/1.1||",
                "GET /v1/companies HTTP/1.1|Host: x|Host: y||",
                "GET /v1/companies HTTP/1.1|Host: x/evil||",
                "GET /v1/companies HTTP/1.1|Host: a@b||",
                "GET /v1/companies HTTP/1.1|Host: x:80:80||",
                "GET http://elsewhere/v1/companies HTTP/1.1|Host: x||",
                "GET http://x@elsewhere/v1/companies HTTP/1.1|Host: x||",
            })
    void a_request_that_names_no_host_or_two_is_refused(String request) {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines(request));
            assertThat(client.readUntil("}")).startsWith("HTTP/1.1 400").contains("malformed-request");
        }
        assertThat(services.companies().received()).isEmpty();
    }

    @Test
    void an_absolute_target_is_the_same_as_its_path() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines("GET http://x/v1/companies?limit=1 HTTP/1.1|Host: x||"));
            assertThat(client.readUntil("{}")).startsWith("HTTP/1.1 200");
        }
        assertThat(services.companies().onlyRequest().uri()).isEqualTo("/v1/companies?limit=1");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies/..%2f..%2fq/metrics, 400",
        "/v1/companies/%2e%2e/%2e%2e/q/metrics, 400",
        "/v1/companies/..;/disputes, 404",
        "/v1/companies/%252e%252e/disputes, 404",
        "/v1/companies/%c0%ae%c0%ae/disputes, 400",
        "/q/metrics, 404",
        "/q/health, 404",
        "/v1/dossiers/..%2f..%2fdisputes, 400",
    })
    void a_path_leads_nowhere_else_than_it_says(String path, int status) {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines("GET " + path + " HTTP/1.1|Host: x||"));
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 " + status);
        }
        assertThat(services.companies().received())
                .allMatch(request -> request.uri().equals(path));
        assertThat(services.disputes().received()).isEmpty();
    }

    @Test
    void heads_without_end_are_refused() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.sendOrBeCutOff(lines("GET /v1/companies HTTP/1.1|Host: x|Big: " + "b".repeat(100_000) + "||"));
            assertThat(client.readToEnd()).matches("(?s)HTTP/1.[01] 431 .*");
        }
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.sendOrBeCutOff(lines("GET /v1/companies HTTP/1.1|Host: x|" + "A: b|".repeat(20_000) + "|"));
            assertThat(client.readToEnd()).matches("(?s)HTTP/1.[01] 431 .*");
        }
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.sendOrBeCutOff(lines("GET /v1/companies/" + "a".repeat(9_000) + " HTTP/1.1|Host: x||"));
            assertThat(client.readToEnd()).matches("(?s)HTTP/1.[01] 414 .*");
        }
        assertThat(services.companies().received()).isEmpty();
    }

    @Test
    void a_body_that_comes_drop_by_drop_is_given_up_and_its_connection_to_the_service_too() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines("POST /v1/reconcile HTTP/1.1|Host: x|Content-Length: 1000||a"));
            await().until(() -> services.companies().received().size() == 1);
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408").contains("body-too-slow");
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> services.companies().onlyRequest().response().closed());
    }

    @Test
    void what_a_client_hides_behind_a_body_is_a_request_of_its_own() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines("POST /v1/reconcile HTTP/1.1|Host: x|Content-Length: 5||abcde" + HIDDEN));
            assertThat(client.readUntil("{}")).contains("took 5");
        }
        assertThat(services.companies().received()).hasSize(2).allMatch(request -> request.headers()
                .contains("X-Forwarded-For"));
    }

    private static String lines(String text) {
        return text.replace("|", "\r\n");
    }
}
