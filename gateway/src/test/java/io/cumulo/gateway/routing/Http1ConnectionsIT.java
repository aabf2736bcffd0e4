package io.cumulo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same gateway, when HTTP/2 is switched off: then the server reads a connection in another way from its first byte. */
@QuarkusIntegrationTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(Http1ConnectionsIT.WithoutHttp2.class)
class Http1ConnectionsIT {

    FakeServices services;

    /** As an operator would set it. */
    public static class WithoutHttp2 implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.http2", "false", "quarkus.http.port", "0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            })
    void a_body_whose_end_can_be_read_in_two_ways_is_refused_with_its_connection(String rest) {
        services.reset();
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("POST /v1/reconcile HTTP/1.1\r\nHost: x\r\n" + rest
                    + "GET /v1/companies HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
        }
        assertThat(services.companies().received()).isEmpty();
    }
}
