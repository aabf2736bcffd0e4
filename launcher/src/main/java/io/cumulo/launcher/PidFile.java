package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Remembers which process runs under a name, with the instant of its start: a number that another process has by now is nobody's business. */
final class PidFile {

    /** Linux counts starts from a boot time that moves by up to a second when the clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path data, String name) {
        this.file = data.resolve("run").resolve(name + ".pid");
    }

    /** Written beside and moved over: a crash leaves no half a number. */
    void write(ProcessHandle process) {
        String started = process.info().startInstant().map(Instant::toString).orElse("unknown");
        try {
            Files.createDirectories(file.getParent());
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(written, process.pid() + " " + started);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    /** The process, when it runs and is still the one that was written down. */
    Optional<ProcessHandle> living() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ", -1);
            if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(Ending::isRunning)
                    .filter(process -> startedAt(process, parts[1]));
        } catch (IOException failed) {
            throw new UncheckedIOException("can't read " + file, failed);
        }
    }

    private static boolean startedAt(ProcessHandle process, String written) {
        Optional<Instant> started = process.info().startInstant();
        try {
            return started.isPresent()
                    && Duration.between(Instant.parse(written), started.get())
                                    .abs()
                                    .compareTo(TOLERANCE)
                            <= 0;
        } catch (DateTimeParseException unknown) {
            return false;
        }
    }

    /** Asks the process to end, and makes it end when it doesn't in time. True when there was one. */
    boolean stop(Duration patience) {
        Optional<ProcessHandle> process = living();
        process.ifPresent(living -> Ending.of(List.of(living), patience));
        delete();
        return process.isPresent();
    }
}
