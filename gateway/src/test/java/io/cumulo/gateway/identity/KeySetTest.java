package io.cumulo.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An OpenID provider publishes its keys and changes them now and then. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(KeySetTest.Provider.class)
class KeySetTest {

    private static final String PORT = "cumulo.test.provider-port";

    FakeServices services;

    public static class Provider implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.jwt.verify.publickey",
                    "NONE",
                    "mp.jwt.verify.publickey.location",
                    "http://127.0.0.1:" + port() + "/keys",
                    "cumulo.rate-limits.failed-attempts",
                    "100000");
        }
    }

    /** The same one each time: a profile is asked more than once. */
    private static synchronized int port() {
        if (System.getProperty(PORT) == null) {
            try (ServerSocket socket = new ServerSocket(0)) {
                System.setProperty(PORT, String.valueOf(socket.getLocalPort()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return Integer.getInteger(PORT);
    }

    @Test
    void a_new_key_is_believed_at_first_sight_and_strange_keys_make_nobody_ask_the_provider_again_and_again()
            throws Exception {
        services.reset();
        services.companies().onJson("/v1/companies/amazon", "{}");
        List<String> published = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        HttpServer provider = provider(published, asked);
        try {
            KeyPair first = KeyUtils.generateKeyPair(2048);
            published.add(jwk("first", first));
            assertThat(write("first", first)).isEqualTo(200);
            for (int time = 0; time < 5; time++) {
                write("first", first);
            }
            assertThat(asked.get()).isEqualTo(1);

            KeyPair second = KeyUtils.generateKeyPair(2048);
            published.set(0, jwk("second", second));
            assertThat(write("second", second)).isEqualTo(200);
            assertThat(write("first", first)).isEqualTo(401);
            assertThat(asked.get()).isEqualTo(2);

            for (int strange = 0; strange < 20; strange++) {
                assertThat(write("strange-" + strange, second)).isEqualTo(401);
            }
            assertThat(asked.get()).isEqualTo(2);
        } finally {
            provider.stop(0);
        }
        KeyPair third = KeyUtils.generateKeyPair(2048);
        assertThat(write("third", third)).isEqualTo(401);
    }

    private static int write(String keyId, KeyPair keys) {
        String token = Jwt.issuer("cumulo-local")
                .audience("cumulo")
                .upn("e")
                .groups(Set.of("editor"))
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(keyId)
                .sign(keys.getPrivate());
        return given().auth()
                .oauth2(token)
                .body("{}")
                .put("/v1/companies/amazon")
                .statusCode();
    }

    private static HttpServer provider(List<String> published, AtomicInteger asked) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT)), 0);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            byte[] keys = published.stream()
                    .collect(Collectors.joining(",", "{\"keys\":[", "]}"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String jwk(String id, KeyPair keys) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + id + "\",\"n\":\""
                + number(key.getModulus().toByteArray()) + "\",\"e\":\""
                + number(key.getPublicExponent().toByteArray()) + "\"}";
    }

    private static String number(byte[] bytes) {
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
