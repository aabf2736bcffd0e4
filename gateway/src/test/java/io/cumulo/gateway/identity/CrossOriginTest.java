package io.cumulo.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deployment that lets one origin's scripts read. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(CrossOriginTest.OneOrigin.class)
class CrossOriginTest {

    FakeServices services;

    public static class OneOrigin implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", "https://example.org");
        }
    }

    @BeforeEach
    void answer() {
        services.reset();
        services.companies().onJson("/v1/companies", "{}");
    }

    @Test
    void that_origin_reads() {
        given().header("Origin", "https://example.org")
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is("https://example.org"));
    }

    @Test
    void another_does_not() {
        given().header("Origin", "https://example.net")
                .get("/v1/companies")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        assertThat(services.companies().received()).isEmpty();
    }
}
