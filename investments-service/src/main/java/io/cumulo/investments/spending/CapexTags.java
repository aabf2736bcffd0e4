package io.cumulo.investments.spending;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Under which tags filers report what they spend on property and equipment, the one that says it best first; with the reasons in
 * {@code spending/capex-tags.csv}.
 */
@ApplicationScoped
class CapexTags {

    static final String FILE = "spending/capex-tags.csv";

    /** Read when the class is made ready, which for an executable is when it is built. */
    private static final List<String> TAGS = read();

    /** Whether figures under the tag are taken. */
    boolean contains(String taxonomy, String tag) {
        return TAGS.contains(name(taxonomy, tag));
    }

    /** All of them, as {@code taxonomy:tag}. */
    List<String> names() {
        return TAGS;
    }

    private static String name(String taxonomy, String tag) {
        return taxonomy + ":" + tag;
    }

    private static List<String> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CapexTags.class.getResourceAsStream("/" + FILE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> name(cells[0], cells[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
