package io.cumulo.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deployment that shows its ledger to its members only: what is open elsewhere doesn't go round it. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(ReadingByMembersTest.LedgerForMembers.class)
class ReadingByMembersTest {

    FakeServices services;

    public static class LedgerForMembers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.auth.permission.members.paths", "/v1/ledger/*",
                    "quarkus.http.auth.permission.members.methods", "GET,HEAD",
                    "quarkus.http.auth.permission.members.policy", "authenticated");
        }
    }

    @BeforeEach
    void answer() {
        services.reset();
        services.investments().onJson("/v1/ledger/entries", "{}");
        services.companies().onJson("/v1/companies", "{}");
    }

    @Test
    void who_does_not_say_who_it_is_is_refused_before_a_service_is_asked() {
        given().get("/v1/ledger/entries").then().statusCode(401).body("type", is("urn:cumulo:problem:unauthenticated"));
        given().head("/v1/ledger/entries").then().statusCode(401);
        assertThat(services.investments().received()).isEmpty();
    }

    @Test
    void a_member_reads_it_and_everybody_the_rest() {
        given().auth().oauth2(Tokens.reader()).get("/v1/ledger/entries").then().statusCode(200);
        given().get("/v1/companies").then().statusCode(200);
    }
}
