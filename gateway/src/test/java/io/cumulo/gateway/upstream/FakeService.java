package io.cumulo.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Plays a service: a real HTTP server whose answers a test chooses, and that remembers what it was asked. */
public final class FakeService {

    private final Vertx vertx;
    private final Map<String, Consumer<HttpServerRequest>> answers = new ConcurrentHashMap<>();
    private final Collection<HttpServerRequest> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private HttpServer server;
    private int port;

    FakeService(Vertx vertx) {
        this.vertx = vertx;
        start();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Forgets every answer and every request, and listens. */
    public void reset() {
        answers.clear();
        received.clear();
        if (server == null) {
            start();
        }
    }

    /** What is answered on a path, whatever the query. */
    public void on(String path, Consumer<HttpServerRequest> answer) {
        answers.put(path, answer);
    }

    /** Answers 200 with a JSON document. */
    public void onJson(String path, String document) {
        on(path, request -> json(request, 200, document));
    }

    /** Answers a problem. */
    public void onProblem(String path, int status, String type) {
        on(path, request -> json(request, status, "{\"type\":\"urn:cumulo:problem:" + type + "\"}"));
    }

    /** Takes the request and never answers. */
    public void onSilence(String path) {
        on(path, request -> {});
    }

    public List<HttpServerRequest> received() {
        return List.copyOf(received);
    }

    /** The only request that came. */
    public HttpServerRequest onlyRequest() {
        if (received.size() != 1) {
            throw new AssertionError("Expected one request, but came: "
                    + received.stream().map(HttpServerRequest::uri).toList());
        }
        return received.iterator().next();
    }

    /** Connections that are open now. */
    public int connections() {
        return connections.get();
    }

    /** Nobody listens on the port any more. */
    public void die() {
        server.close().toCompletionStage().toCompletableFuture().join();
        server = null;
    }

    private void start() {
        server = vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(60))
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(closed -> connections.decrementAndGet());
                })
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = server.actualPort();
    }

    private void handle(HttpServerRequest request) {
        received.add(request);
        request.exceptionHandler(broken -> {});
        request.response().exceptionHandler(broken -> {});
        answers.getOrDefault(request.path(), unknown -> json(unknown, 404, "{\"status\":404}"))
                .accept(request);
    }

    private static void json(HttpServerRequest request, int status, String document) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", status < 400 ? "application/json" : "application/problem+json")
                .end(document)
                .onFailure(gone -> {});
    }
}
