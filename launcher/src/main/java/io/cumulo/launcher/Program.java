package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process of the platform.
 *
 * @param name also of its log and its pid file
 * @param module folder whose build gives its jar
 * @param port where it serves
 * @param managementPort where it answers about its health
 * @param compiled whether it runs as the native executable of its build instead of on a JVM
 */
record Program(String name, String module, int port, int managementPort, boolean compiled) {

    private static final String HEAP = "-Xmx256m";
    /** An executable that doesn't collect before it has filled a tenth of its heap holds so much more memory, idle too. */
    private static final String YOUNG = "-Xmn8m";

    private static final String RUNNER = "-runner";

    /** What its build gives: the jar, or the executable. Whether it is there is for the caller to see. */
    Path built(Path home) {
        Path target = home.resolve(module).resolve("target");
        if (!compiled) {
            return target.resolve("quarkus-app/quarkus-run.jar");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith(RUNNER))
                    .findFirst()
                    .orElse(target.resolve(RUNNER));
        } catch (IOException neverBuilt) {
            return target.resolve(RUNNER);
        }
    }

    private List<String> command(Path home) {
        String built = built(home).toString();
        return compiled
                ? List.of(built, HEAP, YOUNG)
                : List.of(Session.java(), HEAP, "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-jar", built);
    }

    /** Starts it, in a session of its own: Ctrl-C reaches the launcher alone, which then ends the programs in their order. */
    ProcessHandle start(Path home, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>(Session.prefix());
        command.addAll(command(home));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Session.NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            return builder.start().toHandle();
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " can't be started", failed);
        }
    }
}
