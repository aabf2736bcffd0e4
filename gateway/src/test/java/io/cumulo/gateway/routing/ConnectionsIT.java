package io.cumulo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the packaged gateway: what is watched here is a connection before there is a request. */
@QuarkusIntegrationTest
@QuarkusTestResource(FakeServices.class)
class ConnectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    FakeServices services;

    @BeforeEach
    void forget() {
        services.reset();
        services.companies().onJson("/v1/companies", "{}");
    }

    @Test
    void a_head_that_comes_byte_by_byte_is_cut_off_and_others_are_answered() throws InterruptedException {
        List<RawClient> clients = Stream.generate(() -> new RawClient(RestAssured.port))
                .limit(200)
                .toList();
        clients.forEach(client -> client.send("GET /v1/companies HTTP/1.1\r\nHost: x\r\n"));
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.multipliedBy(2).toNanos()) {
            clients.forEach(client -> client.sendOrBeCutOff("X"));
            TimeUnit.MILLISECONDS.sleep(200);
            RestAssured.get("/v1/companies").then().statusCode(200);
        }
        assertThat(clients).allMatch(RawClient::isClosedByPeer);
        clients.forEach(RawClient::close);
    }

    @Test
    void a_second_head_is_given_no_more_time_than_the_first() throws InterruptedException {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("GET /v1/companies HTTP/1.1\r\nHost: x\r\n\r\n").readUntil("{}");
            TimeUnit.MILLISECONDS.sleep(PATIENCE.multipliedBy(2).toMillis());
            client.send("GET /v1/companies HTTP/1.1\r\nHost: x\r\n\r\n").readUntil("{}");
            client.send("GET /v1/comp");
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void a_client_that_takes_nothing_of_an_answer_is_cut_off_and_the_service_is_free_again() {
        services.companies().on("/v1/companies/endless", request -> {
            request.response().setChunked(true);
            pump(request.response());
        });
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("GET /v1/companies/endless HTTP/1.1\r\nHost: x\r\n\r\n");
            org.awaitility.Awaitility.await()
                    .atMost(PATIENCE.multipliedBy(5))
                    .until(() -> services.companies().received().stream()
                            .anyMatch(request -> request.response().closed()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
            })
    void a_body_that_is_announced_in_two_ways_is_refused_with_its_connection(String rest) {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send("POST /v1/reconcile HTTP/1.1\r\nHost: x\r\n" + rest
                    + "GET /v1/companies HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
        }
        assertThat(services.companies().received()).isEmpty();
    }

    /** As the clients of the JDK are by default, and curl --http2. */
    @Test
    void an_offer_to_go_on_in_http2_is_answered_in_the_protocol_of_the_request() throws Exception {
        services.companies().on("/v1/reconcile", request -> request.body()
                .onSuccess(body -> request.response().end("took " + body.length())));
        HttpClient offers = HttpClient.newHttpClient();
        for (int time = 0; time < 3; time++) {
            HttpResponse<String> read = offers.send(request("/v1/companies").build(), BodyHandlers.ofString());
            assertThat(read.body()).isEqualTo("{}");
            assertThat(read.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
        HttpResponse<String> asked = HttpClient.newHttpClient()
                .send(
                        request("/v1/reconcile")
                                .POST(BodyPublishers.ofString("x".repeat(100_000)))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(asked.body()).isEqualTo("took 100000");
        assertThat(services.companies().received())
                .allSatisfy(request -> assertThat(request.headers().names())
                        .doesNotContain("Upgrade", "HTTP2-Settings", "Connection"));
    }

    @Test
    void a_client_that_begins_in_http2_is_answered_in_it() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Future<HttpVersion> version = vertx.createHttpClient(new HttpClientOptions()
                            .setProtocolVersion(HttpVersion.HTTP_2)
                            .setHttp2ClearTextUpgrade(false))
                    .request(HttpMethod.GET, RestAssured.port, "localhost", "/v1/companies")
                    .compose(HttpClientRequest::send)
                    .map(HttpClientResponse::version);
            assertThat(version.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS))
                    .isEqualTo(HttpVersion.HTTP_2);
        } finally {
            vertx.close();
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    }

    private static void pump(HttpServerResponse response) {
        while (!response.writeQueueFull() && !response.closed()) {
            response.write(Buffer.buffer(new byte[65_536])).onFailure(gone -> {});
        }
        response.drainHandler(drained -> pump(response));
    }
}
