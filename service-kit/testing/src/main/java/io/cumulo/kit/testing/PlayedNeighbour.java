package io.cumulo.kit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A real HTTP server that plays the companies service. The key that is asked about says what it does: it knows all keys but those that begin
 * with {@code nobody} or end with {@code unknown}, and the company {@code identified-<value>} by any identifier but one that begins so or with 9999, and two by one
 * that begins with {@code several}; what no identifier can be it answers with 400; it is late for {@code late}, answers 500 for {@code broken} and hangs up for {@code gone}. Its feed tells of one merger: of
 * {@code merged-away} into {@code merged-survivor}.
 */
public class PlayedNeighbour implements QuarkusTestResourceLifecycleManager {

    private static final int LATE_MILLIS = 4000;

    private static final String TOLD = "{\"items\":[],\"next\":\"told\"}";
    private static final String FEED = """
            {"items":[{"specversion":"1.0","id":"018f0000-0000-7000-8000-000000000001","source":"/companies-service",
              "type":"companies.company.asserted","subject":"merged-away","time":"2026-01-01T00:00:00Z",
              "datacontenttype":"application/json","data":{"subject":"merged-away"}},
             {"specversion":"1.0","id":"018f0000-0000-7000-8000-000000000002","source":"/companies-service",
              "type":"companies.merge.asserted","subject":"merged-away/merge","time":"2026-01-01T00:00:01Z",
              "datacontenttype":"application/json","data":{"subject":"merged-away","id":"merge","fact":{"into":"merged-survivor"}}}],
             "next":"told"}
            """;

    private HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        try {
            threads = Executors.newFixedThreadPool(2);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            return Map.of(
                    "cumulo.companies.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().replaceAll("^/v1/[a-z]+/|/history$", "");
        if (exchange.getRequestURI().getPath().equals("/v1/events")) {
            tell(exchange);
        } else if (String.valueOf(exchange.getRequestURI().getQuery()).contains("identifier=")) {
            find(exchange);
        } else if (key.startsWith("gone")) {
            exchange.close();
        } else if (key.startsWith("late")) {
            CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS, threads)
                    .execute(() -> sendLate(exchange));
        } else {
            send(
                    exchange,
                    key.startsWith("broken") ? 500 : key.startsWith("nobody") || key.endsWith("unknown") ? 404 : 200);
        }
    }

    private static void tell(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        byte[] page = (query.contains("cursor=told") ? TOLD : FEED).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    /** Knows the company with an identifier by a key that is made of it. */
    private static void find(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getQuery().replaceAll("(?s).*identifier=|&.*", "");
        if (asked.length() > 300
                || asked.matches("(?s)[^:]*:\\s*")
                || asked.chars().anyMatch(Character::isISOControl)) {
            send(exchange, 400);
            return;
        }
        String value = asked.replaceAll("^[^:]+:", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        byte[] page = ("{\"items\":[" + bearers(value) + "],\"next\":null}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static String bearers(String value) {
        if (value.startsWith("nobody") || value.startsWith("9999")) {
            return "";
        }
        String bearer = "{\"id\":\"identified-" + value + "\"}";
        return value.startsWith("several") ? bearer + ",{\"id\":\"also-identified-" + value + "\"}" : bearer;
    }

    private static void send(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void sendLate(HttpExchange exchange) {
        try {
            send(exchange, 200);
        } catch (IOException nobodyWaitsAnyMore) {
            exchange.close();
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
