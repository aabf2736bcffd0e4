package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process of the platform.
 *
 * @param name also of its log and its pid file
 * @param module folder whose build gives its jar
 * @param port where it serves
 * @param managementPort where it answers about its health
 */
record Program(String name, String module, int port, int managementPort) {

    Path jar(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Starts it, in a session of its own: Ctrl-C reaches the launcher alone, which then ends the programs in their order. */
    ProcessHandle start(Path home, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>(Session.prefix());
        command.addAll(List.of(
                Session.java(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-jar",
                jar(home).toString()));
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
