package io.cumulo.kit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A real HTTP server that plays the companies service. The key that is asked about says what it does: it knows all keys but those that begin
 * with {@code nobody}; it is late for {@code late}, answers 500 for {@code broken} and hangs up for {@code gone}.
 */
public class PlayedNeighbour implements QuarkusTestResourceLifecycleManager {

    private static final int LATE_MILLIS = 4000;

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
        if (key.startsWith("gone")) {
            exchange.close();
        } else if (key.startsWith("late")) {
            CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS, threads)
                    .execute(() -> sendLate(exchange));
        } else {
            send(exchange, key.startsWith("broken") ? 500 : key.startsWith("nobody") ? 404 : 200);
        }
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
