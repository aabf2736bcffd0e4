package io.cumulo.investments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that plays the feed of the disputes service: it tells the events that were posted to it, a few on a page. */
public class PlayedDisputes implements QuarkusTestResourceLifecycleManager {

    private static final int PAGE = 3;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final ObjectMapper mapper = new ObjectMapper();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/events", this::answer);
            server.start();
            return Map.of(
                    "cumulo.disputes.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            events.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        } else {
            byte[] page = page(exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
        exchange.close();
    }

    private String page(String query) throws IOException {
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        int to = Math.min(events.size(), from + PAGE);
        ObjectNode page = mapper.createObjectNode().put("next", String.valueOf(to));
        for (String event : events.subList(from, to)) {
            page.withArray("items").add(mapper.readTree(event));
        }
        return page.toString();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
