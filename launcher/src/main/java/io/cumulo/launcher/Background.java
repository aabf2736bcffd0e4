package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The supervisor as a process of its own, which outlives the terminal. */
final class Background {

    private Background() {}

    static Process start(Settings settings) {
        List<String> command = new ArrayList<>(Session.prefix());
        command.addAll(List.of(
                Session.java(),
                "-Xmx128m",
                "-Dcumulo.home=" + Settings.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Cumulo.class.getName(),
                "up",
                "--supervise"));
        command.addAll(settings.asArguments());
        Path log = log(settings);
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            return new ProcessBuilder(command)
                    .redirectInput(Session.NOTHING)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("the supervisor can't be started", failed);
        }
    }

    /** Why the supervisor ended. */
    static String lastWords(Settings settings) {
        try {
            List<String> lines = Files.readAllLines(log(settings));
            return lines.stream()
                    .filter(line -> line.startsWith("cumulo: "))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.substring("cumulo: ".length()))
                    .orElse("the supervisor ended; its log says why: " + log(settings));
        } catch (IOException unreadable) {
            return "the supervisor ended without a word";
        }
    }

    private static Path log(Settings settings) {
        return Platform.log(settings, "supervisor");
    }
}
