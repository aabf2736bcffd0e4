package io.cumulo.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.routing.Warnings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind a proxy whose address was forgotten all clients are one caller: nothing fails until they have spent its budget together. */
@QuarkusTest
@TestProfile(UnknownProxyTest.AnotherIsTrusted.class)
class UnknownProxyTest {

    public static class AnotherIsTrusted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "192.0.2.1");
        }
    }

    @Test
    void a_proxy_that_is_not_believed_is_named_once() {
        try (Warnings warnings = new Warnings()) {
            given().get("/docs");
            assertThat(warnings.all()).isEmpty();
            given().header("X-Forwarded-For", "198.51.100.1").get("/docs");
            given().header("X-Forwarded-For", "198.51.100.2").get("/docs");
            assertThat(warnings.all()).singleElement().asString().contains("isn't believed about its clients");
        }
    }
}
