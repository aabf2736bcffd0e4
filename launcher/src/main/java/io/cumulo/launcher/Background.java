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
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
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
        return Platform.log(settings, "launcher");
    }
}
