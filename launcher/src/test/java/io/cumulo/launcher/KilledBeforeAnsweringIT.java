package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's service is killed while it posts: some of its transactions are committed, and their answers never arrived. */
class KilledBeforeAnsweringIT {

    private static final int WRITERS = 8;
    private static final int ANSWERED_BEFORE_KILL = 60;
    private static final String JOURNAL = "/v1/ledger/transactions";

    private static final String ONE_EURO = """
            {"kind":"reported-spending","on":"2021-01-01","postings":[{"source":"world","destination":"funds/kept","amount":{"amount":"1.00","currency":"EUR"}}],
            "sources":[{"publisher":"P","title":"T","quote":"Q"}]}""";

    @TempDir
    Path data;

    /** What came back for each key, if anything did. */
    private final Map<String, Optional<String>> answers = new ConcurrentHashMap<>();

    @Test
    void a_retry_gets_the_first_answer_byte_for_byte_and_posts_nothing_twice() {
        try (RunningPlatform platform = new RunningPlatform(data)) {
            assertThat(platform.run("up", "--detach", "--no-dataset"))
                    .as(platform::said)
                    .isZero();
            killWhilePosting(platform);
            assertThat(platform.run("up", "--detach", "--no-dataset"))
                    .as(platform::said)
                    .isZero();

            answers.forEach((key, first) -> {
                HttpResponse<String> retry =
                        platform.post(JOURNAL, key, ONE_EURO).orElseThrow();
                assertThat(retry.statusCode()).as(key).isEqualTo(201);
                first.ifPresent(bytes -> {
                    assertThat(retry.body()).as(key).isEqualTo(bytes);
                    assertThat(retry.headers().firstValue("Idempotency-Replayed"))
                            .as(key)
                            .contains("true");
                });
                HttpResponse<String> again =
                        platform.post(JOURNAL, key, ONE_EURO).orElseThrow();
                assertThat(again.body()).as(key).isEqualTo(retry.body());
                assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
            });
            assertThat(answers.values()).as("requests that were cut off").anyMatch(Optional::isEmpty);
            assertThat(platform.json("/v1/ledger/accounts/funds/kept/balance")
                            .at("/balances/0/amount")
                            .asText())
                    .isEqualTo(answers.size() + ".00");
        }
    }

    private void killWhilePosting(RunningPlatform platform) {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> write(platform, writing)))
                .toList();
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> answers.size() >= ANSWERED_BEFORE_KILL);
        ProcessHandle service = platform.process("investments");
        service.destroyForcibly();
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> !Ending.isRunning(service));
        writing.set(false);
        writers.forEach(KilledBeforeAnsweringIT::join);
        threads.shutdown();
    }

    /** Posts until the kill: the last request of each writer is the one that it cut off. */
    private void write(RunningPlatform platform, AtomicBoolean writing) {
        boolean isAnswered = true;
        while (writing.get() && isAnswered) {
            String key = UUID.randomUUID().toString();
            Optional<HttpResponse<String>> answer = platform.post(JOURNAL, key, ONE_EURO);
            answers.put(key, answer.map(HttpResponse::body));
            isAnswered = answer.isPresent();
        }
    }

    private static void join(Future<?> writer) {
        try {
            writer.get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
