package io.cumulo.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class BadTokensTest {

    FakeServices services;

    @BeforeEach
    void forget() {
        services.reset();
    }

    static Stream<Arguments> badTokens() throws Exception {
        String good = Tokens.editor();
        String claims = good.split("\\.")[1];
        String key = ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey", String.class);
        PublicKey publicKey = KeyUtils.decodePublicKey(key);
        KeyPair another = KeyUtils.generateKeyPair(2048);
        return Stream.of(
                Arguments.of("expired", Tokens.expired()),
                Arguments.of("for another audience", Tokens.forAnotherAudience()),
                Arguments.of(
                        "of another issuer",
                        Jwt.issuer("elsewhere")
                                .audience("cumulo")
                                .upn("e")
                                .groups(Set.of("editor"))
                                .expiresIn(Duration.ofHours(1))
                                .sign()),
                Arguments.of(
                        "without an end",
                        Jwt.issuer("cumulo-local")
                                .audience("cumulo")
                                .upn("e")
                                .groups(Set.of("editor"))
                                .expiresAt(0)
                                .sign()),
                Arguments.of(
                        "by another key",
                        Jwt.issuer("cumulo-local")
                                .audience("cumulo")
                                .upn("e")
                                .groups(Set.of("editor"))
                                .sign(another.getPrivate())),
                Arguments.of("unsigned", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims + "."),
                Arguments.of("signed None", encoded("{\"alg\":\"None\"}") + "." + claims + ".x"),
                Arguments.of("public key's text as a secret", hs256(claims, key.getBytes(StandardCharsets.UTF_8))),
                Arguments.of("public key's bytes as a secret", hs256(claims, publicKey.getEncoded())),
                Arguments.of(
                        "changed",
                        good.substring(0, good.lastIndexOf('.') - 2) + "AA" + good.substring(good.lastIndexOf('.'))),
                Arguments.of("without a signature", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of(
                        "of a key from elsewhere",
                        encoded("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/\",\"kid\":\"../../x\"}") + "."
                                + claims + ".AA"),
                Arguments.of("nonsense", "a.b.c"),
                Arguments.of("long", "a".repeat(9_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_token_that_is_not_to_be_trusted_is_401_and_reaches_no_service(String kind, String token) {
        for (String method : new String[] {"GET", "PUT"}) {
            given().header("Authorization", "Bearer " + token)
                    .body("{}")
                    .request(method, "/v1/companies/amazon")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", is("Bearer error=\"invalid_token\""))
                    .body("type", is("urn:cumulo:problem:unauthenticated"))
                    .body("detail", not(containsString("Exception")));
        }
        assertThat(services.companies().received()).isEmpty();
    }

    private static String hs256(String claims, byte[] secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + claims;
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
