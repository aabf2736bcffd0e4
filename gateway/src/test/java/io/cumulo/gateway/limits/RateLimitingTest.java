package io.cumulo.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(RateLimitingTest.TightBudgets.class)
class RateLimitingTest {

    private static final String LIST = "/v1/disputes";

    FakeServices services;

    /** An hour's window: nothing comes back while a test runs. */
    public static class TightBudgets implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                    "cumulo.rate-limits.anonymous.reading.requests", "3",
                    "cumulo.rate-limits.anonymous.reading.window", "1h",
                    "cumulo.rate-limits.anonymous.bulk.requests", "1",
                    "cumulo.rate-limits.anonymous.bulk.window", "1h",
                    "cumulo.rate-limits.failed-attempts", "2");
        }
    }

    @BeforeEach
    void lists_are_empty() {
        services.reset();
        services.disputes().onJson(LIST, "{\"items\":[],\"next\":null}");
    }

    @Test
    void a_spent_budget_is_refused_with_the_time_to_wait_and_reaches_no_service() {
        IntStream.range(0, 3).forEach(time -> from("192.0.2.1").then().statusCode(200));
        from("192.0.2.1")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("RateLimit", containsString("\"reading\";r=0;t="))
                .body("type", is("urn:cumulo:problem:too-many-requests"));
        assertThat(services.disputes().received()).hasSize(3);
    }

    @Test
    void every_answer_tells_the_policy_and_what_is_left() {
        from("192.0.2.2")
                .then()
                .header("RateLimit-Policy", is("\"reading\";q=3;w=3600"))
                .header("RateLimit", matchesPattern("\"reading\";r=2;t=[0-9]+"));
    }

    @Test
    void one_address_doesnt_spend_what_belongs_to_another() {
        IntStream.range(0, 4).forEach(time -> from("192.0.2.3"));
        from("192.0.2.4").then().statusCode(200);
    }

    @Test
    void what_a_client_writes_before_the_proxy_s_word_gives_it_no_other_budget() {
        IntStream.range(0, 3)
                .forEach(time ->
                        from("198.51.100." + time + ", 192.0.2.9").then().statusCode(200));
        from("198.51.100.7, 192.0.2.9").then().statusCode(429);
        given().header("X-Forwarded-For", "198.51.100.8")
                .header("Forwarded", "for=198.51.100.9")
                .header("X-Real-IP", "198.51.100.10")
                .header("X-Forwarded-For", "192.0.2.9")
                .get(LIST)
                .then()
                .statusCode(429);
        from("192.0.2.10, nonsense").then().statusCode(200);
    }

    @Test
    void whoever_holds_a_network_of_addresses_is_one_caller() {
        IntStream.range(0, 3)
                .forEach(host -> from("2001:db8:1:1::" + host).then().statusCode(200));
        from("2001:db8:1:1:ffff::1").then().statusCode(429);
        from("2001:db8:1:2::1").then().statusCode(200);
    }

    @Test
    void streams_and_pages_are_counted_apart() {
        given().header("X-Forwarded-For", "192.0.2.5")
                .accept("application/x-ndjson")
                .get(LIST)
                .then()
                .header("RateLimit-Policy", containsString("bulk"));
        from("192.0.2.5").then().statusCode(200);
        given().header("X-Forwarded-For", "192.0.2.5")
                .accept("text/csv")
                .get(LIST)
                .then()
                .statusCode(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /v1/companies/exports          | */*                                   | bulk",
                "GET  | /v1/companies/exports/         | */*                                   | bulk",
                "GET  | /v1/companies/%65xports        | */*                                   | bulk",
                "GET  | /v1/companies/exports;x        | */*                                   | bulk",
                "GET  | /v1/companies;a/exports;b=c//  | */*                                   | bulk",
                "POST | /v1/companies/imports          | */*                                   | bulk",
                "POST | /v1/companies/imports/         | */*                                   | bulk",
                "POST | /v1/companies/%69mports        | */*                                   | bulk",
                "GET  | /v1/companies/imports          | */*                                   | reading",
                "PUT  | /v1/claims/imports             | */*                                   | writing",
                "GET  | /v1/companies/exports/1        | */*                                   | reading",
                "POST | /v1/reconcile                  | */*                                   | reading",
                "POST | /v1/reconcile/                 | */*                                   | reading",
                "POST | /v1/diagnoses/                 | */*                                   | reading",
                "POST | /v1//diagnoses;x               | */*                                   | reading",
                "POST | /v1/companies                  | text/csv                              | writing",
                "GET  | /v1/disputes                   | TEXT/CSV                              | bulk",
                "GET  | /v1/disputes                   | application/X-NDJSON                  | bulk",
                "GET  | /v1/disputes                   | text/*                                | bulk",
                "GET  | /v1/disputes                   | application/json;q=0.1, text/csv ;q=1 | bulk",
                "GET  | /v1/disputes                   | application/json;q=0, */*             | bulk",
                "GET  | /v1/disputes                   | */*, text/csv                         | bulk",
                "GET  | /v1/disputes                   | text/csv;q=0, application/json;q=0    | reading",
                "GET  | /v1/disputes                   | text/csv;header=absent                | bulk",
                "GET  | /v1/disputes                   | text/csv;q=0.0, application/json      | reading",
                "GET  | /v1/disputes                   | text/csv; q=0, */*;q=0.1              | reading",
                "GET  | /v1/disputes                   | application/*                         | reading",
                "GET  | /v1/disputes                   | text/html                             | reading",
                "GET  | /v1/disputes                   | application/json;x=\"text/csv\"         | reading",
            })
    void what_is_counted_is_what_is_asked_for_however_it_is_written(
            String method, String path, String accept, String budget) {
        given().header("X-Forwarded-For", "192.0.2.11")
                .urlEncodingEnabled(false)
                .header("Accept", accept)
                .request(method, path)
                .then()
                .header("RateLimit-Policy", startsWith('"' + budget + '"'));
    }

    @Test
    void wishes_may_be_said_in_several_headers() {
        given().header("X-Forwarded-For", "192.0.2.12")
                .header("Accept", "text/html", "text/csv")
                .get(LIST)
                .then()
                .header("RateLimit-Policy", startsWith("\"bulk\""));
    }

    @Test
    void a_principal_has_its_own_budget_from_whatever_address() {
        IntStream.range(0, 4).forEach(time -> from("192.0.2.6"));
        given().header("X-Forwarded-For", "192.0.2.6")
                .auth()
                .oauth2(Tokens.editor())
                .get(LIST)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", containsString("q=6000"));
    }

    @Test
    void an_address_that_tries_tokens_is_stopped() {
        IntStream.range(0, 2)
                .forEach(time -> trying("nonsense", "192.0.2.7").then().statusCode(401));
        trying(Tokens.editor(), "192.0.2.7")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"));
        trying(Tokens.editor(), "192.0.2.8").then().statusCode(200);
    }

    private static Response from(String address) {
        return given().header("X-Forwarded-For", address).get(LIST);
    }

    private static Response trying(String token, String address) {
        return given().header("X-Forwarded-For", address).auth().oauth2(token).get(LIST);
    }
}
