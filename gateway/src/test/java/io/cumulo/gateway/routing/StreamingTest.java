package io.cumulo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class StreamingTest {

    private static final long LARGE = 128L * 1024 * 1024;
    private static final Buffer BLOCK = Buffer.buffer(new byte[64 * 1024]);

    FakeServices services;

    @Inject
    InProgress inProgress;

    private final AtomicLong written = new AtomicLong();

    @BeforeEach
    void forget() {
        services.reset();
    }

    @Test
    void events_arrive_while_the_stream_goes_on() {
        AtomicReference<HttpServerResponse> stream = new AtomicReference<>();
        services.disputes().on("/v1/disputes", request -> {
            stream.set(request.response());
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("data: first\n\n");
        });
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(get("/v1/disputes", "1.1"));
            assertThat(client.readUntil("data: first")).contains("text/event-stream");
            // longer than the service may take to begin its answer
            await().pollDelay(Duration.ofMillis(1_000)).until(() -> true);
            stream.get().write("data: second\n\n");
            client.readUntil("data: second");
            stream.get().end();
            client.readUntil("0\r\n\r\n");
        }
    }

    @Test
    void a_large_answer_waits_at_the_service_until_the_client_reads_it() {
        services.companies().on("/v1/companies", request -> {
            request.response().putHeader("Content-Length", String.valueOf(LARGE));
            pump(request.response());
        });
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("GET /v1/companies HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .readUntil("\r\n\r\n");
            AtomicLong before = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(200)).until(() -> before.getAndSet(written.get()) == written.get());
            assertThat(written.get()).isLessThan(LARGE / 4);
            assertThat(client.countToEnd()).isEqualTo(LARGE);
        }
    }

    @Test
    void a_request_reaches_the_service_while_it_is_being_sent() throws InterruptedException {
        BlockingQueue<String> chunks = new LinkedBlockingQueue<>();
        services.companies().on("/v1/companies/x", request -> {
            request.handler(chunk -> chunks.add(chunk.toString()));
            request.endHandler(end -> request.response().end("done"));
        });
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("PUT /v1/companies/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.editor()
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            assertThat(chunks.poll(5, TimeUnit.SECONDS)).isEqualTo("first");
            client.send("6\r\nsecond\r\n0\r\n\r\n").readUntil("done");
            assertThat(chunks.poll(5, TimeUnit.SECONDS)).isEqualTo("second");
        }
    }

    @Test
    void a_client_that_leaves_midway_takes_its_connection_along_and_nobody_is_alarmed() {
        services.companies().on("/v1/companies", request -> {
            request.response().setChunked(true);
            pump(request.response());
        });
        try (Warnings warnings = new Warnings()) {
            for (int visit = 0; visit < 20; visit++) {
                RawClient client = new RawClient(RestAssured.port);
                client.send(get("/v1/companies", "1.1")).readUntil("\r\n\r\n");
                client.leave();
            }
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(services.companies().received())
                            .hasSize(20)
                            .allMatch(request -> request.response().closed()));
            await().until(() -> inProgress.requests() == 0);
            Logger.getLogger("test").warning("heard");
            assertThat(warnings.all()).containsExactly("test: heard");
        }
    }

    @Test
    void clients_that_leave_as_their_answers_come_leave_no_warnings() throws Exception {
        BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        services.companies().on("/v1/companies", request -> {
            Context context = Vertx.currentContext();
            answers.add(() -> context.runOnContext(now -> request.response().end("x".repeat(3_000))));
        });
        try (Warnings warnings = new Warnings()) {
            for (int visit = 0; visit < 200; visit++) {
                RawClient client = new RawClient(RestAssured.port);
                client.send(get("/v1/companies", "1.1"));
                Runnable answer = answers.take();
                client.leave();
                answer.run();
                await().pollInterval(Duration.ofMillis(1)).until(() -> inProgress.requests() == 0);
            }
            assertThat(warnings.all()).isEmpty();
        }
    }

    @Test
    void a_client_that_leaves_before_the_answer_frees_the_service() {
        services.companies().onSilence("/v1/companies");
        try (Warnings warnings = new Warnings()) {
            RawClient client = new RawClient(RestAssured.port);
            client.send(get("/v1/companies", "1.1"));
            await().until(() -> services.companies().received().size() == 1);
            assertThat(inProgress.requests()).isEqualTo(1);
            client.leave();
            await().atMost(Duration.ofMillis(600))
                    .until(() -> services.companies().onlyRequest().response().closed());
            assertThat(warnings.all()).isEmpty();
        }
    }

    @Test
    void a_client_that_leaves_while_it_sends_is_no_whole_request_to_the_service() {
        services.companies()
                .on(
                        "/v1/companies/x",
                        request -> request.endHandler(end -> request.response().end("done")));
        try (Warnings warnings = new Warnings()) {
            RawClient client = new RawClient(RestAssured.port);
            client.send("PUT /v1/companies/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.editor()
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            await().until(() -> services.companies().received().size() == 1);
            client.leave();
            await().until(() -> services.companies().onlyRequest().response().closed());
            assertThat(services.companies().onlyRequest().isEnded()).isFalse();
            assertThat(warnings.all()).isEmpty();
        }
    }

    @Test
    void a_client_of_http_1_0_gets_whole_answers_and_no_streams() {
        services.companies().onJson("/v1/companies/amazon", "{\"id\":\"amazon\"}");
        services.companies().on("/v1/companies", request -> {
            request.response().setChunked(true);
            pump(request.response());
        });
        try (RawClient client = new RawClient(RestAssured.port)) {
            assertThat(client.send(get("/v1/companies/amazon", "1.0")).readUntil("}"))
                    .contains(" 200 ");
        }
        try (RawClient client = new RawClient(RestAssured.port)) {
            assertThat(client.send(get("/v1/companies", "1.0")).readUntil("}"))
                    .contains(" 505 ", "http-version-too-old");
        }
    }

    private static String get(String path, String version) {
        return "GET " + path + " HTTP/" + version + "\r\nHost: x\r\n\r\n";
    }

    private void pump(HttpServerResponse response) {
        while (written.get() < LARGE && !response.writeQueueFull() && !response.closed()) {
            written.addAndGet(BLOCK.length());
            response.write(BLOCK).onFailure(gone -> {});
        }
        if (written.get() < LARGE) {
            response.drainHandler(drained -> pump(response));
        } else {
            response.end();
        }
    }
}
