package io.cumulo.kit.storage;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A change of the schema that this version of the program brings, as Flyway knows it in {@code flyway_schema_history}.
 *
 * @param version such as {@code 0.8}
 * @param description the words of its file's name
 * @param checksum CRC-32 of its lines without their ends, so that a change of the file is seen
 */
record Migration(String version, String description, int checksum) {

    private static final Pattern FILE = Pattern.compile("V([0-9_]+?)__(.+)\\.sql");

    /** Those of the kit and of the service, read once; for an executable, while it is built. */
    static final List<Migration> BROUGHT = brought();

    private static List<Migration> brought() {
        List<Migration> brought = Stream.of("db/kit", "db/migration")
                .flatMap(folder -> in(folder).stream())
                .toList();
        if (brought.isEmpty()) {
            throw new IllegalStateException("This program has lost its migrations");
        }
        return brought;
    }

    private static List<Migration> in(String folder) {
        List<Migration> found = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(folder, path -> found.addAll(under(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(Comparator.comparing(Migration::version, Migration::compareVersions));
        return found;
    }

    private static List<Migration> under(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> read(file).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Migration> read(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Migration(
                        name.group(1).replace('_', '.'), name.group(2).replace('_', ' '), checksum(file)))
                : Optional.empty();
    }

    private static int checksum(Path file) {
        CRC32 sum = new CRC32();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (int) sum.getValue();
    }

    private static int compareVersions(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
