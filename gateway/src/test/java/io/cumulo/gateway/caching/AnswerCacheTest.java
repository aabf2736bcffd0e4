package io.cumulo.gateway.caching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class AnswerCacheTest {

    private static final String FOR_EVER = "public, max-age=86400, immutable";

    FakeServices services;

    @Inject
    AnswerCache cache;

    /** Another one for each test: what one test has asked is kept. */
    private final String path = "/v1/companies/" + UUID.randomUUID();

    private final String past = path + "?asOf=2020-04-24&knownAt=2024-01-01T00:00:00Z";

    @BeforeEach
    void the_service_answers() {
        services.reset();
        services.companies().on(path, request -> request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("ETag", "\"1\"")
                .putHeader("Vary", "Accept")
                .end("{\"kept\":true}"));
    }

    @Test
    void the_answer_to_a_question_with_both_clocks_in_the_past_is_kept() {
        given().get(past)
                .then()
                .statusCode(200)
                .header("Cache-Control", FOR_EVER)
                .header("Age", nullValue());
        given().get(past)
                .then()
                .statusCode(200)
                .header("Cache-Control", FOR_EVER)
                .header("Age", matchesPattern("[0-9]+"))
                .header("ETag", "\"1\"")
                .header("Vary", "Accept")
                .header("RateLimit-Policy", matchesPattern("\"reading\".*"))
                .body("kept", is(true));
        given().head(past).then().statusCode(200).header("Content-Length", "13");
        given().header("If-None-Match", "\"0\", W/\"1\"")
                .get(past)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .header("Content-Type", nullValue());
        assertThat(services.companies().received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?asOf=2020-04-24",
                "?knownAt=2024-01-01T00:00:00Z",
                "?asOf=2020-04-24&knownAt=nonsense",
                "?asOf=2020-04-24&knownAt=2024-01-01T00:00:00Z&knownAt=2024-01-01T00:00:00Z",
                "?asOf=2020-04-24&knownAt=2999-01-01T00:00:00Z",
            })
    void the_answer_of_today_is_asked_for_again(String query) {
        given().get(path + query).then().statusCode(200).header("Cache-Control", "no-cache");
        given().get(path + query).then().statusCode(200);
        assertThat(services.companies().received()).hasSize(2);
    }

    @Test
    void what_was_recorded_a_moment_ago_is_asked_for_again() {
        given().get(path + "?asOf=2020-04-24&knownAt=" + Instant.now()).then().header("Cache-Control", "no-cache");
    }

    @Test
    void who_shows_a_token_is_answered_by_the_service() {
        given().get(past).then().statusCode(200);
        given().auth().oauth2(Tokens.editor()).get(past).then().statusCode(200).header("Cache-Control", "no-cache");
        assertThat(services.companies().received()).hasSize(2);
    }

    @Test
    void what_a_token_was_shown_for_is_not_kept() {
        given().auth().oauth2(Tokens.reader()).get(past).then().statusCode(200);
        given().get(past).then().header("Age", nullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 500, 503})
    void only_a_full_answer_is_kept(int status) {
        services.companies().on(path, request -> request.response()
                .setStatusCode(status)
                .putHeader("Retry-After", "1")
                .end("{}"));
        given().redirects().follow(false).get(past).then().statusCode(status).header("Cache-Control", nullValue());
        given().redirects().follow(false).get(past).then().statusCode(status);
        assertThat(services.companies().received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set-Cookie: a=b", "Vary: Authorization", "Vary: *", "Cache-Control: private"})
    void what_a_service_makes_for_one_caller_is_not_kept(String header) {
        String[] parts = header.split(": ");
        services.companies().on(path, request -> request.response()
                .putHeader(parts[0], parts[1])
                .end("{}"));
        given().get(past).then().statusCode(200);
        given().get(past).then().statusCode(200).header("Age", nullValue());
        assertThat(services.companies().received()).hasSize(2);
    }

    @Test
    void what_a_service_calls_immutable_is_kept() {
        services.companies().on(path, request -> request.response()
                .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                .end("tile"));
        given().get(path + "?tile=1").then().statusCode(200);
        given().get(path + "?tile=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(services.companies().received()).hasSize(1);
    }

    @Test
    void representations_and_hosts_are_told_apart() {
        given().get(past);
        given().accept("text/csv").get(past).then().header("Age", nullValue());
        given().header("Host", "elsewhere").get(past).then().header("Age", nullValue());
        assertThat(services.companies().received()).hasSize(3);
    }

    @Test
    void the_memory_it_takes_is_bounded() {
        services.companies().on(path, request -> request.response().end("x".repeat(30_000)));
        for (int limit = 0; limit < 60; limit++) {
            given().get(past + "&limit=" + limit).then().statusCode(200);
        }
        assertThat(cache.bytes()).isBetween(100_000L, 1_000_000L);
    }
}
