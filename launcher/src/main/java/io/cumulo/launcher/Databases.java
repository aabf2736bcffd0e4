package io.cumulo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the database server. */
final class Databases {

    private Databases() {}

    /** Deletes all of them; the platform isn't running. */
    static void delete(Settings settings) {
        Path directory = settings.data().resolve(Platform.POSTGRES);
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(directory + " can't be deleted", failed);
        }
    }
}
