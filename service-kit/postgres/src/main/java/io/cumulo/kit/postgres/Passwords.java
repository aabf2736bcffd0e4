package io.cumulo.kit.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/** The passwords of a server's roles, made when first asked for: 128 random bits each, in hexadecimal. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties kept;
    private final Optional<Path> file;

    private Passwords(Properties kept, Optional<Path> file) {
        this.kept = kept;
        this.file = file;
    }

    /** Kept in a file that only its owner reads. */
    static Passwords keptIn(Path file) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
        return new Passwords(kept, Optional.of(file));
    }

    /** For a server that is thrown away. */
    static Passwords generated() {
        return new Passwords(new Properties(), Optional.empty());
    }

    synchronized String of(String role) {
        String known = kept.getProperty(role);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        kept.setProperty(role, HexFormat.of().formatHex(random));
        file.ifPresent(this::store);
        return kept.getProperty(role);
    }

    /** Written beside and moved over, so that a crash leaves the old file or the new one. */
    private void store(Path target) {
        try {
            Path written = target.resolveSibling(target.getFileName() + ".new");
            Files.deleteIfExists(written);
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(written)) {
                kept.store(writer, null);
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("passwords can't be kept in " + target, failed);
        }
    }
}
