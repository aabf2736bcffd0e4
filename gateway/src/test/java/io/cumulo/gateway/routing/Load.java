package io.cumulo.gateway.routing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A few clients that ask for one path again and again until it is closed, each as soon as it has its answer. */
final class Load implements AutoCloseable {

    /** @param status of the answer; 0 when there was none */
    record Seen(int status, Duration took, boolean tellsWhen) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private volatile boolean goesOn = true;

    Load(int port, String path, int concurrency) {
        clients = Executors.newFixedThreadPool(concurrency);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        IntStream.range(0, concurrency)
                .forEach(number -> clients.execute(() -> {
                    while (goesOn) {
                        ask(request);
                    }
                }));
    }

    /** Everything that was answered so far. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    Duration longest() {
        return seen.stream().map(Seen::took).max(Duration::compareTo).orElseThrow();
    }

    boolean saw(Predicate<Seen> what) {
        return seen.stream().anyMatch(what);
    }

    /** Whether the latest answer is of that kind. */
    boolean now(Predicate<Seen> what) {
        List<Seen> all = seen();
        return !all.isEmpty() && what.test(all.get(all.size() - 1));
    }

    /** Waits for the answers under way. */
    Load stop() {
        goesOn = false;
        clients.shutdown();
        try {
            if (!clients.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new AssertionError("A client still waits");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    @Override
    public void close() {
        goesOn = false;
        clients.shutdownNow();
    }

    private void ask(HttpRequest request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean tellsWhen = answer.headers().firstValue("Retry-After").isPresent();
            seen.add(new Seen(answer.statusCode(), Duration.ofNanos(System.nanoTime() - start), tellsWhen));
            // Many refusals at once are no load, only a busy machine.
            TimeUnit.MILLISECONDS.sleep(answer.statusCode() == 503 ? 20 : 2);
        } catch (IOException e) {
            seen.add(new Seen(0, Duration.ofNanos(System.nanoTime() - start), false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            goesOn = false;
        }
    }
}
