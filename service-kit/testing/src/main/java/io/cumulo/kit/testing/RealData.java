package io.cumulo.kit.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files to try importers on. They lie beside the project, not in it; without them the tests that want them are skipped. */
public final class RealData {

    private static final String FOLDER = "shared/data";

    private RealData() {}

    /** The file, as {@code gleif/isins/…json}; skips the test, with a message, when it isn't there. */
    public static Path file(String name) {
        Path from = Path.of("").toAbsolutePath();
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FOLDER).resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        Assumptions.abort("The real data " + FOLDER + "/" + name + " isn't there");
        throw new IllegalStateException("aborted");
    }
}
