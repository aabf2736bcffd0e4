package io.cumulo.kit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The postmaster that runs on a data directory. When the process that started it was killed it goes on alone, and a second one on the same
 * directory would wait for it for ever.
 */
final class OrphanedPostmaster {

    private static final Duration FAST = Duration.ofSeconds(15);
    private static final Duration FORCED = Duration.ofSeconds(5);

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration LAST_STEPS = Duration.ofSeconds(2);

    private final ProcessHandle process;
    private final Path lock;

    private OrphanedPostmaster(ProcessHandle process, Path lock) {
        this.process = process;
        this.lock = lock;
    }

    /** The living postmaster of the directory; a stale file, or a number that another process has by now, gives none. */
    static Optional<OrphanedPostmaster> of(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() < 2 || !lines.get(0).strip().matches("[0-9]+")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> runsOn(handle, data))
                    .map(handle -> new OrphanedPostmaster(handle, file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read " + file, unreadable);
        }
    }

    private static boolean runsOn(ProcessHandle handle, Path data) {
        String directory = data.toAbsolutePath().normalize().toString();
        return handle.info()
                .arguments()
                .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> Path.of(argument)
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                        .equals(directory)))
                .orElse(false);
    }

    long pid() {
        return process.pid();
    }

    /** Fast shutdown (SIGINT: clients are disconnected), then by force; committed data survives both. */
    void stop() {
        try {
            int signalled = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (signalled != 0 || !endsWithin(FAST)) {
                process.destroyForcibly();
                endsWithin(FORCED);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the postmaster " + process.pid() + " can't be stopped", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping the postmaster " + process.pid(), interrupted);
        }
    }

    /**
     * Its lock file is the last that it gives up before it exits. In a container whose first process reaps nobody its number stays taken for ever
     * after that, so this isn't waited for long.
     */
    private boolean endsWithin(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (Files.exists(lock)) {
            if (exitsWithin(GLANCE)) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
        }
        return exitsWithin(LAST_STEPS) || Files.notExists(lock);
    }

    private boolean exitsWithin(Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
