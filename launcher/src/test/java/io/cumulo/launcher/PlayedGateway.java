package io.cumulo.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that keeps bodies as the platform does: conditional, with a tag per version. Some answers can be made to fail. */
final class PlayedGateway implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<String>> versions = new ConcurrentHashMap<>();
    final AtomicInteger unavailable = new AtomicInteger();
    final List<String> authorizations = new ArrayList<>();

    PlayedGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> versions(String path) {
        return versions.getOrDefault(path, List.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> known = versions.computeIfAbsent(path, any -> new ArrayList<>());
        if (unavailable.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, 503, "{}", known);
        } else if (path.startsWith("/v1/rates/imports")) {
            imported(exchange, body, known);
        } else if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, known.isEmpty() ? 404 : 200, "{}", known);
        } else if (body.contains("wrong")) {
            send(
                    exchange,
                    422,
                    "{\"detail\":\"1 member is wrong\",\"errors\":[{\"pointer\":\"/amount\",\"detail\":\"is finer than cents\"}]}",
                    known);
        } else {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            put(exchange, body, known);
        }
    }

    /** A job that is asked after twice before it is done, and then has refused one line of those it got. */
    private void imported(HttpExchange exchange, String body, List<String> known) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            known.add(exchange.getRequestURI().getQuery() + ": " + body);
            exchange.getResponseHeaders().set("Location", url() + "/v1/rates/imports/job");
            send(exchange, 202, "{}", List.of());
        } else {
            known.add("asked");
            send(
                    exchange,
                    200,
                    known.size() < 3
                            ? "{\"state\":\"running\"}"
                            : "{\"state\":\"done\",\"accepted\":2,\"unchanged\":3,\"rejected\":1}",
                    List.of());
        }
    }

    private void put(HttpExchange exchange, String body, List<String> known) throws IOException {
        boolean create = "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        if (create != known.isEmpty()) {
            send(exchange, 412, "{}", known);
            return;
        }
        if (known.isEmpty() || !known.get(known.size() - 1).equals(body)) {
            known.add(body);
        }
        send(exchange, create ? 201 : 200, body, known);
    }

    private static void send(HttpExchange exchange, int status, String body, List<String> known) throws IOException {
        if (!known.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", "\"" + known.size() + "-0\"");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
