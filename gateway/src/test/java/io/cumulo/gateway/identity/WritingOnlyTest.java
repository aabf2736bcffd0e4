package io.cumulo.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deployment that names its ledger for writing only: what isn't named is denied, and what is open elsewhere doesn't go round it. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(WritingOnlyTest.LedgerForWriters.class)
class WritingOnlyTest {

    FakeServices services;

    public static class LedgerForWriters implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.auth.permission.members.paths", "/v1/ledger/*",
                    "quarkus.http.auth.permission.members.methods", "POST",
                    "quarkus.http.auth.permission.members.policy", "editor");
        }
    }

    @BeforeEach
    void answer() {
        services.reset();
        services.investments().onJson("/v1/ledger/entries", "{}");
    }

    @Test
    void who_does_not_say_who_it_is_is_refused_before_a_service_is_asked() {
        given().get("/v1/ledger/entries").then().statusCode(401).body("type", is("urn:cumulo:problem:unauthenticated"));
        given().head("/v1/ledger/entries").then().statusCode(401);
        assertThat(services.investments().received()).isEmpty();
    }
}
