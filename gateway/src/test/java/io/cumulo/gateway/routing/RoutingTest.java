package io.cumulo.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class RoutingTest {

    FakeServices services;

    @TestHTTPResource
    URI server;

    @BeforeEach
    void forget() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies, companies",
        "/v1/companies/amazon/roles, companies",
        "/v1/reconcile, companies",
        "/v1/commitments, investments",
        "/v1/claims/a/corrections, investments",
        "/v1/diagnoses, investments",
        "/v1/ledger/accounts, investments",
        "/v1/spending, investments",
        "/v1/rates, investments",
        "/v1/analysis/commitments, investments",
        "/v1/contracts/jedi, disputes",
        "/v1/disputes, disputes",
        "/v1/ocds/releases, disputes"
    })
    void each_path_goes_to_the_service_that_answers_it(String path, String service) {
        services.named(service).onJson(path, "{\"by\":\"" + service + "\"}");
        given().queryParam("asOf", "2020-04-24")
                .get(path)
                .then()
                .statusCode(200)
                .body("by", is(service));
        assertThat(services.named(service).onlyRequest().uri()).isEqualTo(path + "?asOf=2020-04-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/companiesx", "/v1", "/v1/", "/V1/companies", "/v2/companies", "/nothing"})
    void a_path_that_nothing_answers_is_a_404_problem(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("urn:cumulo:problem:not-found"))
                .body("instance", is(path));
        assertThat(services.companies().received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'br, GZIP;q=0.5',gzip", "'br, zstd',", "'gzip;q=0',"})
    void a_service_is_told_only_whether_the_client_takes_what_it_knows(String taken, String told) throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(server.resolve("/v1/companies/amazon"))
                .header("Accept-Encoding", taken)
                .build();
        HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.discarding());
        assertThat(services.companies().onlyRequest().getHeader("Accept-Encoding"))
                .isEqualTo(told);
    }

    @Test
    void matrix_parameters_are_part_of_a_segment() {
        given().urlEncodingEnabled(false).get("/v1/companies;a=1/x").then().statusCode(404);
        assertThat(services.companies().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies/%2e%2e/disputes",
                "/v1/companies/%2E./disputes",
                "/v1/companies/../disputes",
                "/v1/companies/..%2fdisputes",
                "/v1%2fcompanies",
                "/v1/companies%2Famazon",
                "/v1/companies/a%5c..%5cb",
                "/v1/companies/a%00"
            })
    void a_path_with_two_readings_is_a_400_problem_and_reaches_no_service(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:cumulo:problem:ambiguous-path"));
        assertThat(services.companies().received()).isEmpty();
        assertThat(services.disputes().received()).isEmpty();
    }

    @Test
    void the_path_that_was_checked_is_the_one_that_is_passed_on() {
        services.companies().onJson("/v1/companies/amazon", "{}");
        given().urlEncodingEnabled(false).get("/v1//%63ompanies/amazon").then().statusCode(200);
        assertThat(services.companies().onlyRequest().uri()).isEqualTo("/v1/companies/amazon");
    }

    @Test
    void an_encoded_slash_beyond_the_route_is_passed_on_as_it_is() {
        services.investments().onJson("/v1/ledger/accounts/commitments%2Fa%2Fpledged/balance", "{}");
        given().urlEncodingEnabled(false)
                .get("/v1/ledger/accounts/commitments%2Fa%2Fpledged/balance")
                .then()
                .statusCode(200);
    }

    @Test
    void a_client_cannot_say_where_it_comes_from() {
        services.companies().onJson("/v1/companies", "{}");
        given().header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=203.0.113.9;host=evil.example")
                .header("X-Real-IP", "203.0.113.9")
                .get("/v1/companies")
                .then()
                .statusCode(200);
        MultiMap seen = services.companies().onlyRequest().headers();
        assertThat(seen.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.getAll("X-Forwarded-Host")).containsExactly("localhost:" + RestAssured.port);
        assertThat(seen.contains("X-Forwarded-Prefix")).isFalse();
        assertThat(seen.contains("Forwarded")).isFalse();
        assertThat(seen.contains("X-Real-IP")).isFalse();
        assertThat(seen.get("Host"))
                .isEqualTo("127.0.0.1:" + services.companies().port());
    }

    @Test
    void headers_of_one_connection_stay_on_it() {
        services.companies().on("/v1/companies", request -> request.response()
                .putHeader("Connection", "X-Inner")
                .putHeader("X-Inner", "1")
                .putHeader("Keep-Alive", "timeout=5")
                .end("{}"));
        given().header("Connection", "X-Hop")
                .header("X-Hop", "1")
                .header("TE", "trailers")
                .header("X-Kept", "1")
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .header("X-Inner", nullValue())
                .header("Keep-Alive", nullValue());
        MultiMap seen = services.companies().onlyRequest().headers();
        assertThat(seen.contains("X-Hop")).isFalse();
        assertThat(seen.contains("TE")).isFalse();
        assertThat(seen.get("X-Kept")).isEqualTo("1");
        assertThat(seen.get("Via")).isEqualTo("1.1 cumulo");
    }

    @Test
    void location_shows_the_address_of_the_gateway() {
        services.companies().on("/v1/companies/amazon", request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", services.companies().url() + "/v1/companies/amazon?x=1")
                .end());
        given().auth()
                .oauth2(Tokens.editor())
                .body("{}")
                .put("/v1/companies/amazon")
                .then()
                .statusCode(201)
                .header("Location", "http://localhost:" + RestAssured.port + "/v1/companies/amazon?x=1");
    }

    @Test
    void a_location_elsewhere_and_a_relative_one_stay_as_they_are() {
        services.companies().on("/v1/companies/a", request -> request.response()
                .setStatusCode(303)
                .putHeader("Location", "https://www.gleif.org/x")
                .end());
        services.companies().on("/v1/companies/b", request -> request.response()
                .setStatusCode(303)
                .putHeader("Location", "/v1/companies/c")
                .end());
        given().redirects().follow(false).get("/v1/companies/a").then().header("Location", "https://www.gleif.org/x");
        given().redirects().follow(false).get("/v1/companies/b").then().header("Location", "/v1/companies/c");
    }

    @Test
    void conditional_answers_pass_with_their_headers() {
        services.companies().on("/v1/companies/amazon", request -> request.response()
                .setStatusCode(304)
                .putHeader("ETag", "\"1\"")
                .end());
        given().header("If-None-Match", "\"1\"")
                .get("/v1/companies/amazon")
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-cache");
        assertThat(services.companies().onlyRequest().getHeader("If-None-Match"))
                .isEqualTo("\"1\"");
    }

    /** Clients that take a head at its word would wait for the chunks that it announces. */
    @Test
    void an_answer_without_a_body_announces_none() {
        services.companies().on("/v1/companies/amazon", request -> request.response()
                .setStatusCode(304)
                .putHeader("ETag", "\"1\"")
                .end());
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("GET /v1/companies/amazon HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"1\"\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n"))
                    .startsWith("HTTP/1.1 304")
                    .doesNotContainIgnoringCase("transfer-encoding");
        }
    }

    @Test
    void head_tells_the_length_without_the_body() {
        services.companies().on("/v1/companies/amazon", request -> request.response()
                .putHeader("Content-Length", "42")
                .end());
        given().head("/v1/companies/amazon").then().statusCode(200).header("Content-Length", "42");
    }

    @Test
    void an_answer_without_content_has_neither_length_nor_chunks() {
        services.disputes().on("/v1/disputes/a", request -> request.response()
                .setStatusCode(204)
                .end());
        given().get("/v1/disputes/a").then().statusCode(204).header("Transfer-Encoding", nullValue());
    }

    @Test
    void every_answer_carries_the_security_headers_once_and_tells_no_make() {
        services.companies().on("/v1/companies", request -> request.response()
                .putHeader("Server", "inner/1.0")
                .putHeader("X-Powered-By", "inner")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end("{}"));
        for (String path :
                new String[] {"/v1/companies", "/v1/dossiers/UPPER", "/", "/openapi", "/nothing", "/v1/%2e%2e"}) {
            var answer = given().urlEncodingEnabled(false)
                    .header("Origin", "https://elsewhere.example")
                    .get(path);
            assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().getValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(answer.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
            assertThat(answer.header("Server")).isNull();
            assertThat(answer.header("X-Powered-By")).isNull();
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    @Test
    void the_index_links_to_everything() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("links.dossier", equalTo("/v1/dossiers/{company}"))
                .body("links.companies", equalTo("/v1/companies"))
                .body("links.openapi", notNullValue());
        given().header("Accept", "application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/v1/dossiers/{company}'", notNullValue());
    }
}
