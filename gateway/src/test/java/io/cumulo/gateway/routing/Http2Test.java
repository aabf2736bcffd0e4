package io.cumulo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.gateway.upstream.FakeServices;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP/2 without TLS, as behind a load balancer. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class Http2Test {

    FakeServices services;

    @Inject
    Vertx vertx;

    @Inject
    InProgress inProgress;

    private HttpClient client;

    @BeforeEach
    void connect() {
        services.reset();
        services.companies().on("/v1/companies/x", request -> request.body()
                .onSuccess(body -> request.response().end("took " + body.length())));
        services.companies().onJson("/v1/companies", "{}");
        client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }

    @AfterEach
    void leave() throws Exception {
        done(client.close());
        await().until(() -> inProgress.requests() == 0);
    }

    @Test
    void questions_and_their_answers_pass() throws Exception {
        Answer answer = done(request(HttpMethod.GET, "/v1/companies")
                .compose(HttpClientRequest::send)
                .compose(Answer::of));
        assertThat(answer).isEqualTo(new Answer(HttpVersion.HTTP_2, 200, "{}"));
        assertThat(services.companies().onlyRequest().headers().get("Transfer-Encoding"))
                .isNull();
        assertThat(services.companies().onlyRequest().headers().get("Via")).isEqualTo("2 cumulo");
    }

    @Test
    void a_body_of_unknown_length_passes() throws Exception {
        HttpClientRequest request = done(request(HttpMethod.PUT, "/v1/companies/x"));
        request.setChunked(true).putHeader("Authorization", "Bearer " + Tokens.editor());
        Future<Answer> answer = request.response().compose(Answer::of);
        for (int part = 0; part < 10; part++) {
            done(request.write(Buffer.buffer(new byte[10_000])));
        }
        done(request.end());
        assertThat(done(answer).body()).isEqualTo("took 100000");
        assertThat(services.companies().onlyRequest().headers().get("Transfer-Encoding"))
                .isEqualTo("chunked");
    }

    @Test
    void a_body_that_announces_too_much_is_refused_in_words() throws Exception {
        Answer answer = done(request(HttpMethod.POST, "/v1/companies")
                .compose(request -> {
                    request.putHeader("Authorization", "Bearer " + Tokens.editor())
                            .putHeader("Content-Length", "2000000")
                            .sendHead();
                    return request.response();
                })
                .compose(Answer::of));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:cumulo:problem:body-too-large");
    }

    @Test
    void a_body_of_known_length_passes_with_it() throws Exception {
        Answer answer = done(request(HttpMethod.PUT, "/v1/companies/x")
                .compose(request -> request.putHeader("Authorization", "Bearer " + Tokens.editor())
                        .send("0123456789"))
                .compose(Answer::of));
        assertThat(answer.body()).isEqualTo("took 10");
        assertThat(services.companies().onlyRequest().headers().get("Content-Length"))
                .isEqualTo("10");
    }

    @Test
    void a_body_that_grows_too_large_is_refused_and_others_on_the_connection_go_on() throws Exception {
        HttpClientRequest request = done(request(HttpMethod.PUT, "/v1/companies/x"));
        request.exceptionHandler(cutOff -> {});
        request.setChunked(true).putHeader("Authorization", "Bearer " + Tokens.editor());
        AtomicBoolean over = new AtomicBoolean();
        Future<HttpClientResponse> answer = request.response().onComplete(any -> over.set(true));
        Buffer part = Buffer.buffer(new byte[100_000]);
        for (int written = 0; written < 30 && !over.get(); written++) {
            done(request.write(part).otherwiseEmpty());
        }
        assertThat(done(answer).statusCode()).isEqualTo(413);
        HttpClientResponse next = done(request(HttpMethod.GET, "/v1/companies").compose(HttpClientRequest::send));
        assertThat(next.statusCode()).isEqualTo(200);
    }

    @Test
    void streams_reset_as_soon_as_opened_end_the_connection_and_leave_nothing() throws Exception {
        services.companies().onSilence("/v1/companies/silent");
        AtomicBoolean closed = new AtomicBoolean();
        try (Warnings warnings = new Warnings()) {
            for (int opened = 0; opened < 500 && !closed.get(); opened++) {
                HttpClientRequest request = done(request(HttpMethod.GET, "/v1/companies/silent"));
                request.exceptionHandler(reset -> {});
                // The one who is cut off here is in this process too.
                request.connection().exceptionHandler(cutOff -> {});
                request.connection().closeHandler(gone -> closed.set(true));
                request.connection().goAwayHandler(away -> closed.set(true));
                request.sendHead().onComplete(sent -> request.reset());
            }
            await().atMost(Duration.ofSeconds(10)).untilTrue(closed);
            await().until(() -> inProgress.requests() == 0);
            await().until(() -> services.companies().received().stream()
                    .allMatch(request -> request.response().closed()));
            assertThat(warnings.all()).isEmpty();
        }
    }

    private record Answer(HttpVersion version, int status, String body) {

        static Future<Answer> of(HttpClientResponse response) {
            return response.body().map(body -> new Answer(response.version(), response.statusCode(), body.toString()));
        }
    }

    private Future<HttpClientRequest> request(HttpMethod method, String path) {
        return client.request(new RequestOptions()
                .setMethod(method)
                .setHost("localhost")
                .setPort(RestAssured.port)
                .setURI(path));
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
