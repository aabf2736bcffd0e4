package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.launcher.api.ApiDocument;
import io.cumulo.launcher.api.ApiDocument.Operation;
import io.cumulo.launcher.api.Requests;
import io.cumulo.launcher.api.Requests.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the merged document, through the gateway of the whole running platform, with inputs made from what the document says. */
class GeneratedInputIT {

    private static final long SEED = 20200420;
    private static final int REQUESTS_EACH = 16;

    @TempDir
    static Path data;

    private static RunningPlatform platform;
    private static ApiDocument document;
    private static Map<String, String> tokens;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void up() {
        platform = new RunningPlatform(data);
        assertThat(platform.run("up", "--detach")).as(() -> platform.said()).isZero();
        document = new ApiDocument(platform.json("/openapi?format=json"));
        LocalIdentity identity = new LocalIdentity(data);
        tokens = Map.of(
                "editor", identity.token("editor", Set.of("editor"), Duration.ofHours(1)),
                "reader", identity.token("reader", Set.of("reader"), Duration.ofHours(1)),
                "broken", "no.such.token");
    }

    @AfterAll
    static void down() {
        platform.close();
    }

    @Test
    void the_document_holds_the_operations_of_every_service() {
        assertThat(document.operations())
                .extracting(Operation::id)
                .contains(
                        "getDossier",
                        "listCompanies",
                        "putCompanyRole",
                        "listCommitments",
                        "listLedgerTransactions",
                        "putContract",
                        "listDisputeDocket");
    }

    @Test
    void every_answer_is_as_the_document_says_and_none_is_an_internal_error() {
        Map<String, List<String>> faults = new ConcurrentSkipListMap<>();
        document.operations().parallelStream()
                .forEach(operation -> Requests.to(document, operation, SEED, REQUESTS_EACH)
                        .forEach(request -> faultsOf(operation, request).forEach(fault -> faults.computeIfAbsent(
                                        operation.id() + ": " + fault, first -> new CopyOnWriteArrayList<>())
                                .add(request.method() + " " + request.target() + " " + request.headers() + " "
                                        + request.body().orElse("")))));
        StringBuilder report = new StringBuilder();
        faults.forEach((fault, requests) -> report.append(fault)
                .append(" (")
                .append(requests.size())
                .append("×) e.g. ")
                .append(requests.get(0), 0, Math.min(600, requests.get(0).length()))
                .append('\n'));
        assertThat(report.toString()).isEmpty();
    }

    private List<String> faultsOf(Operation operation, Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(platform.address() + request.target()))
                .timeout(Duration.ofSeconds(20))
                .method(
                        request.method(),
                        request.body()
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElse(HttpRequest.BodyPublishers.noBody()));
        request.headers().forEach(builder::header);
        if (tokens.containsKey(request.token())) {
            builder.header("Authorization", "Bearer " + tokens.get(request.token()));
        }
        try {
            HttpResponse<String> answer = answer(builder.build());
            List<String> faults = new ArrayList<>();
            if (answer.statusCode() >= 500) {
                faults.add("an internal error: " + answer.body());
            }
            faults.addAll(document.faults(
                    operation,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    json(answer.body())));
            return faults;
        } catch (IOException failed) {
            return List.of("no answer: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A question that a busy machine had no time for is asked again, as its answer says. */
    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        for (int more = 0; more < 3 && tooBusy(answer) && request.method().equals("GET"); more++) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        return answer;
    }

    private static boolean tooBusy(HttpResponse<String> answer) {
        return answer.body().contains("urn:cumulo:problem:upstream-");
    }

    private JsonNode json(String body) {
        try {
            return body.isEmpty() ? null : mapper.readTree(body);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
