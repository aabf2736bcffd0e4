package io.cumulo.gateway.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests are counted under: a client must not be able to make a series, which is kept for as long as the process lives. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class RequestLabelsTest {

    FakeServices services;

    @TestHTTPResource(value = "/", management = true)
    String management;

    @BeforeEach
    void services_answer() {
        services.reset();
        services.companies().onJson("/v1/companies", "{}");
        services.companies().onJson("/v1//companies", "{}");
    }

    @Test
    void methods_that_nobody_knows_are_refused_and_counted_under_one_name() {
        for (int method = 0; method < 20; method++) {
            given().request("M" + method, "/v1/companies")
                    .then()
                    .statusCode(501)
                    .contentType("application/problem+json");
        }
        given().request("M".repeat(5_000), "/v1/companies").then().statusCode(501);
        assertThat(labels("method"))
                .contains("OTHER")
                .isSubsetOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER");
    }

    @Test
    void paths_that_no_route_matches_are_counted_under_one_name() {
        for (int path = 0; path < 20; path++) {
            given().options("/zz" + path);
            given().get("/zz" + path);
            given().put("/v1/zz" + path);
            given().put("/v1/dossiers/zz" + path);
            given().get("/v1/dossiers/ZZ" + path);
        }
        given().urlEncodingEnabled(false).get("/v1//companies");
        given().urlEncodingEnabled(false).get("/docs/../v1");
        given().get("/v1/companies");
        given().get("/v1/search?q=");
        given().get("/openapi");
        given().get("/docs/index.html");
        given().get("/");
        assertThat(labels("uri"))
                .contains("OTHER", "/v1/companies", "/v1/dossiers", "/v1/search", "/openapi", "/docs", "root")
                .allMatch(label -> label.matches("/v1/[a-z]+|/openapi|/docs|root|REDIRECTION|OTHER"));
    }

    private Set<String> labels(String name) {
        return given().get(management + "metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .flatMap(line -> Pattern.compile(name + "=\"([^\"]*)\"")
                        .matcher(line)
                        .results()
                        .map(found -> found.group(1)))
                .collect(Collectors.toSet());
    }
}
