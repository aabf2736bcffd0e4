package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any process may be killed at any moment: what was acknowledged is there when the platform is up again. */
class KilledWhileWritingIT {

    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 20;

    @TempDir
    Path data;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void nothing_that_was_acknowledged_is_missing_after_a_kill() {
        try (RunningPlatform platform = new RunningPlatform(data)) {
            assertThat(platform.run("up", "--detach", "--no-dataset"))
                    .as(platform::said)
                    .isZero();
            for (String victim : List.of("companies", "gateway", "postgres", "launcher")) {
                killWhileWriting(platform, victim);

                assertThat(platform.run("up", "--detach", "--no-dataset"))
                        .as(platform::said)
                        .isZero();
                acknowledged.forEach(path -> assertKept(platform, path, victim));
                assertThat(platform.run("status")).as(platform::said).isZero();
            }
        }
    }

    /** The gateway leaves alone for a few seconds who has died, even if it is there again at once. */
    private static void assertKept(RunningPlatform platform, String path, String victim) {
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                        platform.get(path).statusCode())
                .as(path + " after the kill of " + victim)
                .isEqualTo(200));
    }

    private void killWhileWriting(RunningPlatform platform, String victim) {
        AtomicBoolean writing = new AtomicBoolean(true);
        int before = acknowledged.size();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = java.util.stream.IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> write(platform, victim + "-" + writer, writing)))
                .toList();
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> acknowledged.size() >= before + ACKNOWLEDGED_BEFORE_KILL);
        ProcessHandle process = platform.process(victim);
        process.destroyForcibly();
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> !Ending.isRunning(process));
        writing.set(false);
        writers.forEach(KilledWhileWritingIT::join);
        threads.shutdown();
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(before + ACKNOWLEDGED_BEFORE_KILL);
    }

    private static void join(Future<?> writer) {
        try {
            writer.get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void write(RunningPlatform platform, String prefix, AtomicBoolean writing) {
        for (int number = 0; writing.get(); number++) {
            String path = "/v1/companies/" + prefix + "-" + number;
            if (platform.put(path) == 201) {
                acknowledged.add(path);
            }
        }
    }
}
