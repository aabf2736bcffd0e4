package io.cumulo.gateway.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class AccessLogTest {

    private static final Logger LOG = Logger.getLogger("io.cumulo.gateway.access");

    FakeServices services;

    @TestHTTPResource(value = "/", management = true)
    String management;

    private final Queue<ExtLogRecord> lines = new ConcurrentLinkedQueue<>();

    private final Handler collector = new Handler() {

        @Override
        public void publish(LogRecord line) {
            lines.add(ExtLogRecord.wrap(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        services.reset();
        services.companies().onJson("/v1/companies/amazon", "{}");
        LOG.addHandler(collector);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(collector);
    }

    @Test
    void each_request_is_one_line_with_its_figures_and_without_any_secret() {
        Response answer = given().auth()
                .oauth2(Tokens.editor("ada"))
                .header("X-API-Key", "key-secret")
                .queryParam("token", "query-secret")
                .body("body-secret")
                .put("/v1/companies/amazon");
        await().until(() -> lines.size() == 1);
        ExtLogRecord line = lines.element();
        Map<String, String> members = line.getMdcCopy();
        assertThat(line.getMessage()).isEqualTo("PUT /v1/companies/amazon 200");
        assertThat(members)
                .containsEntry("method", "PUT")
                .containsEntry("path", "/v1/companies/amazon")
                .containsEntry("status", "200")
                .containsEntry("caller", "ada")
                .containsEntry("bytesIn", "11")
                .containsEntry("requestId", answer.header("X-Request-Id"));
        assertThat(members.get("traceId")).matches("[0-9a-f]{32}");
        assertThat(Integer.parseInt(members.get("micros"))).isPositive();
        assertThat(line.getMessage() + members).doesNotContain("secret").doesNotContain("Bearer");
    }

    @Test
    void what_is_refused_is_written_down_too() {
        given().urlEncodingEnabled(false).get("/v1/%2e%2e");
        given().put("/v1/companies/amazon");
        await().until(() -> lines.size() == 2);
        assertThat(lines).extracting(line -> line.getMdc("status")).containsExactly("400", "401");
    }

    @Test
    void a_line_is_no_longer_than_it_need_be() {
        given().request("M".repeat(5_000), "/v1/companies/amazon");
        await().until(() -> lines.size() == 1);
        assertThat(lines.element().getMessage()).hasSizeLessThan(600).endsWith("… /v1/companies/amazon 501");
        assertThat(lines.element().getMdc("method")).hasSizeLessThan(600);
    }

    @Test
    void a_request_is_known_by_one_name_to_client_service_and_log() {
        String id = given().get("/v1/companies/amazon").header("X-Request-Id");
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(services.companies().onlyRequest().getHeader("X-Request-Id")).isEqualTo(id);
    }

    @Test
    void a_client_cannot_choose_the_name() {
        String id = given().header("X-Request-Id", "chosen-by-client")
                .header("X-Forwarded-Trusted-Proxy", "true")
                .get("/v1/companies/amazon")
                .header("X-Request-Id");
        assertThat(id).isNotEqualTo("chosen-by-client");
        assertThat(services.companies().onlyRequest().headers().getAll("X-Request-Id"))
                .containsExactly(id);
    }

    @Test
    void paths_that_nobody_serves_are_counted_under_one_name() {
        for (int path = 0; path < 30; path++) {
            given().get("/v1/" + UUID.randomUUID());
            given().get("/" + UUID.randomUUID());
            given().get("/v1/companies/" + UUID.randomUUID());
        }
        String metrics = given().get(management + "metrics").asString();
        assertThat(metrics.lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                        .count())
                .isLessThan(60);
        assertThat(metrics).doesNotContainPattern("uri=\"[^\"]*[0-9a-f]{8}-[0-9a-f]{4}");
    }
}
