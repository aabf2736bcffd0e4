package io.cumulo.gateway.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where spans are recorded, what goes on to a service is a child of the gateway's own span. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(TracedTest.EveryTrace.class)
class TracedTest {

    FakeServices services;

    public static class EveryTrace implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cumulo.tracing.share", "1", "quarkus.otel.traces.exporter", "none");
        }
    }

    @Test
    void a_service_sees_one_parent_of_the_clients_trace() {
        services.reset();
        services.companies().onJson("/v1/companies", "{}");
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/v1/companies")
                .then()
                .statusCode(200);
        assertThat(services.companies().onlyRequest().headers().getAll("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .doesNotContain("00f067aa0ba902b7")
                .endsWith("-01");
    }
}
