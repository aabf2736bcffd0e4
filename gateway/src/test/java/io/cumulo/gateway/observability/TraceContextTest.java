package io.cumulo.gateway.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class TraceContextTest {

    private static final String SENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    FakeServices services;

    @BeforeEach
    void answer() {
        services.reset();
        services.companies().onJson("/v1/companies", "{}");
    }

    @Test
    void what_a_client_sends_is_passed_on_as_it_is() {
        given().header("traceparent", SENT)
                .header("tracestate", "vendor=1")
                .get("/v1/companies")
                .then()
                .statusCode(200);
        assertThat(seen("traceparent")).isEqualTo(SENT);
        assertThat(seen("tracestate")).isEqualTo("vendor=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void what_cannot_be_read_begins_anew(String sent) {
        given().header("traceparent", sent)
                .header("tracestate", "vendor=1")
                .get("/v1/companies")
                .then()
                .statusCode(200);
        assertThat(seen("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .isNotEqualTo(sent);
        assertThat(seen("tracestate")).isNull();
    }

    @Test
    void a_trace_begins_here_where_the_client_has_none_and_problems_tell_it() {
        given().get("/v1/companies").then().statusCode(200);
        assertThat(seen("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(given().header("traceparent", SENT).put("/v1/companies/x").<String>path("traceId"))
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(given().header("traceparent", SENT).get("/v1/nowhere").<String>path("traceId"))
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void what_the_gateway_composes_is_read_under_the_name_and_the_trace_of_the_request() {
        String id = given().header("traceparent", SENT)
                .get("/v1/search?q=amazon&types=company")
                .header("X-Request-Id");
        assertThat(seen("traceparent")).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
        assertThat(seen("X-Request-Id")).isEqualTo(id);
    }

    private String seen(String header) {
        return services.companies().onlyRequest().getHeader(header);
    }
}
