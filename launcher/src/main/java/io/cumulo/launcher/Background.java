package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The supervisor as a process of its own, which outlives the terminal. */
final class Background {

    private static final String COMPLAINT = "cumulo: ";

    private final Process process;
    private final Path log;
    private final int logged;

    private Background(Process process, Path log, int logged) {
        this.process = process;
        this.log = log;
        this.logged = logged;
    }

    static Background start(Settings settings) {
        List<String> command = new ArrayList<>(Session.prefix());
        command.addAll(List.of(
                Session.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Dcumulo.home=" + Settings.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Cumulo.class.getName(),
                "up",
                "--supervise"));
        command.addAll(settings.asArguments());
        Path log = Platform.log(settings, "supervisor");
        try {
            Files.createDirectories(log.getParent());
            int logged = Files.exists(log) ? Math.toIntExact(Files.size(log)) : 0;
            Process process = new ProcessBuilder(command)
                    .redirectInput(Session.NOTHING)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Background(process, log, logged);
        } catch (IOException failed) {
            throw new UncheckedIOException("the supervisor can't be started", failed);
        }
    }

    /** Empty while it runs. */
    OptionalInt exitStatus() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Why it ended, from what it has said since it was started. */
    String lastWords() {
        String silent = "the supervisor ended without a word; see " + log.getParent();
        try {
            byte[] all = Files.readAllBytes(log);
            String own = new String(
                    Arrays.copyOfRange(all, Math.min(logged, all.length), all.length), StandardCharsets.UTF_8);
            return own.lines()
                    .filter(line -> line.startsWith(COMPLAINT))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.substring(COMPLAINT.length()))
                    .orElse(silent);
        } catch (IOException unreadable) {
            return silent;
        }
    }

    /** Ends it, which ends what it has started. */
    void stop() {
        Ending.of(List.of(process.toHandle()), DownCommand.GRACE);
    }
}
