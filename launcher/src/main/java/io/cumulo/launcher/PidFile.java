package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers which process runs under a name, with the instant of its start: a number that another process has by now is nobody's business. */
final class PidFile {

    private final Path file;

    PidFile(Path data, String name) {
        this.file = data.resolve("run").resolve(name + ".pid");
    }

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + " " + started(process));
        } catch (IOException failed) {
            throw new UncheckedIOException("can't write " + file, failed);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("can't delete " + file, failed);
        }
    }

    /** The process, when it is alive and still the one that was written down. */
    Optional<ProcessHandle> living() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ");
            if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> started(process).equals(parts[1]));
        } catch (IOException failed) {
            throw new UncheckedIOException("can't read " + file, failed);
        }
    }

    /** Asks the process to end, and makes it end when it doesn't in time. True when there was one. */
    boolean stop(Duration patience) {
        Optional<ProcessHandle> process = living();
        process.ifPresent(living -> stop(living, patience));
        delete();
        return process.isPresent();
    }

    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ends(process, patience)) {
            process.destroyForcibly();
            if (!ends(process, Duration.ofSeconds(5))) {
                throw new Refused("process " + process.pid() + " can't be stopped");
            }
        }
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
