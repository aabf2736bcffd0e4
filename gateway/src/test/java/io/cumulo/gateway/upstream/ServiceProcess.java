package io.cumulo.gateway.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays one instance of a service in a process of its own, that can be killed and frozen. It answers 200, unless the last segment of the path says
 * otherwise: {@code status-500}, {@code slow-900} (milliseconds), {@code break} (no answer at all), {@code busy} (503 with Retry-After).
 */
public final class ServiceProcess implements AutoCloseable {

    private int port;
    private Process process;

    ServiceProcess() {
        start();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Starts it, the second time on the same port as the first, and waits until it takes connections. */
    public void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classes(),
                            ServiceProcess.class.getName(),
                            String.valueOf(port))
                    .start();
            port = Integer.parseInt(process.inputReader().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It keeps its port and its connections and does nothing. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** How many requests reached it since it started. */
    public int requests() {
        try (var answer = URI.create(url() + "/requests").toURL().openStream()) {
            return Integer.parseInt(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** @param arguments the port; 0 for any that is free, which is printed */
    public static void main(String[] arguments) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/requests", exchange -> answer(exchange, 200, String.valueOf(requests)));
        server.createContext("/v1", exchange -> {
            requests.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            play(
                    exchange,
                    path.substring(path.lastIndexOf('/') + 1),
                    server.getAddress().getPort());
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private static void play(HttpExchange exchange, String part, int port) throws IOException {
        if (part.startsWith("status-")) {
            answer(exchange, Integer.parseInt(part.substring(7)), "{}");
        } else if (part.equals("busy")) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            answer(exchange, 503, "{}");
        } else if (part.equals("break")) {
            exchange.close();
        } else {
            pause(part.startsWith("slow-") ? Integer.parseInt(part.substring(5)) : 0);
            answer(exchange, 200, "{\"by\":" + port + "}");
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String document) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void signal(String name) {
        try {
            int result = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("kill -" + name + ": " + result);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classes() {
        try {
            return new File(ServiceProcess.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
