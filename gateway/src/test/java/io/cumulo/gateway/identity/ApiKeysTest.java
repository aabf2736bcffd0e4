package io.cumulo.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.util.KeyUtils;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(ApiKeysTest.TwoHolders.class)
class ApiKeysTest {

    private static final String IMPORTERS_KEY = "1f7d3b0a64c84b0f9e0d2c5a7b8e9f01";
    private static final String READERS_KEY = "9c0b7d1e52f34a6f8d1e2f3a4b5c6d7e";

    FakeServices services;

    @Inject
    JWTParser asTheServicesDo;

    public static class TwoHolders implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                KeyPair keys = KeyUtils.generateKeyPair(2048);
                return Map.of(
                        "cumulo.api-keys.holders.importer.sha256", sha256(IMPORTERS_KEY),
                        "cumulo.api-keys.holders.importer.groups", "editor",
                        "cumulo.api-keys.holders.newspaper.sha256", sha256(READERS_KEY),
                        "cumulo.api-keys.signing-key",
                                pem("PRIVATE KEY", keys.getPrivate().getEncoded()),
                        "mp.jwt.verify.publickey", "NONE",
                        "mp.jwt.verify.publickey.location",
                                pem("PUBLIC KEY", keys.getPublic().getEncoded()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static String pem(String kind, byte[] key) throws IOException {
            Path file = Files.createTempFile("api-keys", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END "
                            + kind + "-----\n");
            return file.toUri().toString();
        }

        private static String sha256(String text) throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
        }
    }

    @BeforeEach
    void forget() {
        services.reset();
        services.companies().onJson("/v1/companies/amazon", "{}");
    }

    @Test
    void what_a_holder_writes_reaches_the_service_under_a_token_that_it_can_check() throws ParseException {
        put(given().header("X-API-Key", IMPORTERS_KEY))
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", containsString("q=6000"));
        MultiMap seen = services.companies().onlyRequest().headers();
        assertThat(seen.contains("X-API-Key")).isFalse();
        JsonWebToken token = asTheServicesDo.parse(seen.get("Authorization").substring("Bearer ".length()));
        assertThat(token.getName()).isEqualTo("api-key:importer");
        assertThat(token.getGroups()).containsExactly("editor");
        assertThat(token.getExpirationTime() - token.getIssuedAtTime()).isEqualTo(300);
    }

    @Test
    void a_key_may_come_as_authorization_too() {
        put(given().header("Authorization", "ApiKey " + IMPORTERS_KEY)).then().statusCode(200);
        assertThat(services.companies().onlyRequest().getHeader("Authorization"))
                .startsWith("Bearer ");
    }

    @Test
    void a_reader_reads_on_a_budget_of_its_own_and_does_not_write() {
        put(given().header("X-API-Key", READERS_KEY)).then().statusCode(403);
        given().header("X-API-Key", READERS_KEY)
                .get("/v1/companies/amazon")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", containsString("q=6000"));
        MultiMap seen = services.companies().onlyRequest().headers();
        assertThat(seen.contains("Authorization")).isFalse();
        assertThat(seen.contains("X-API-Key")).isFalse();
    }

    @Test
    void an_unknown_key_is_refused_whatever_is_asked() {
        for (String key : new String[] {"", "x", "y".repeat(5_000), IMPORTERS_KEY.toUpperCase(java.util.Locale.ROOT)}) {
            put(given().header("X-API-Key", key))
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", is("urn:cumulo:problem:unauthenticated"));
            given().header("X-API-Key", key).get("/v1/companies/amazon").then().statusCode(401);
        }
        assertThat(services.companies().received()).isEmpty();
    }

    private static io.restassured.response.Response put(RequestSpecification request) {
        return request.body("{}").put("/v1/companies/amazon");
    }
}
