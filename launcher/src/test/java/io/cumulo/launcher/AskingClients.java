package io.cumulo.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Several who read and write through a gateway, one request after another each, try nothing twice, and note what isn't answered as it should be. */
final class AskingClients {

    private static final int CLIENTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SOURCES = "\"sources\":[{\"publisher\":\"P\",\"title\":\"T\",\"quote\":\"Q\"}]}";
    private static final String COMPANY = "{\"kind\":\"company\",\"legalName\":\"Kept Going\"," + SOURCES;
    private static final String CONTRACT = "{\"title\":\"Kept\",\"buyer\":\"first\",\"stage\":\"tender\"," + SOURCES;
    private static final String COMMITMENT =
            "{\"company\":\"first\",\"title\":\"Kept\",\"announcedOn\":\"2020-04-20\",\"qualifier\":\"exactly\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},"
                    + SOURCES;
    private static final List<String> QUESTIONS = List.of(
            "/v1/companies?limit=5",
            "/v1/companies/first",
            "/v1/companies?q=kept",
            "/v1/commitments?limit=5",
            "/v1/ledger/trial-balance",
            "/v1/contracts?limit=5",
            "/v1/disputes?limit=5",
            "/v1/search?q=kept",
            "/v1/dossiers/first");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final String gateway;
    private final String token;
    private List<CompletableFuture<Void>> running = List.of();

    AskingClients(int gatewayPort, String token) {
        this.gateway = "http://127.0.0.1:" + gatewayPort;
        this.token = token;
    }

    void begin() {
        write("/v1/companies/first", COMPANY);
        running = IntStream.range(0, CLIENTS)
                .mapToObj(number -> CompletableFuture.runAsync(() -> askOnAndOn("client-" + number), threads))
                .toList();
    }

    void stop() {
        asking.set(false);
        running.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    /** Returns at the first failure too. */
    void awaitAnswers(int more) {
        int before = answered.get();
        Awaitility.await().atMost(PATIENCE).until(() -> answered.get() >= before + more || !failures.isEmpty());
    }

    void lookForAllThatWasAcknowledged() {
        written.forEach(path -> expect(200, "GET", path, ""));
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    private void askOnAndOn(String name) {
        for (int number = 0; asking.get(); number++) {
            expect(200, "GET", QUESTIONS.get(number % QUESTIONS.size()), "");
            write("/v1/companies/" + name + "-" + number, COMPANY);
            write("/v1/contracts/" + name + "-" + number, CONTRACT);
            write("/v1/commitments/" + name + "-" + number, COMMITMENT);
        }
    }

    private void write(String path, String body) {
        if (expect(201, "PUT", path, body)) {
            written.add(path);
        }
    }

    private boolean expect(int status, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (method.equals("PUT")) {
            request.header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("If-None-Match", "*");
        }
        String outcome = outcomeOf(request.build());
        answered.incrementAndGet();
        boolean expected = outcome.startsWith(status + " ");
        if (!expected) {
            failures.add(method + " " + path + ": " + outcome);
        }
        return expected;
    }

    private String outcomeOf(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException nobodyAnswered) {
            return nobodyAnswered.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
