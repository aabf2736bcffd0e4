package io.cumulo.kit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sources say of a type, read while the document is built: descriptions are written once, where the code is. A type whose sources aren't
 * beside its classes has none.
 *
 * @param summary the first sentence; may be empty
 * @param components what is said of each component of a record
 */
record JavadocOf(String summary, Map<String, String> components) {

    private static final JavadocOf NONE = new JavadocOf("", Map.of());
    private static final Pattern NULL = Pattern.compile("\\bnull\\b");

    JavadocOf {
        components = Map.copyOf(components);
    }

    /** Whether a component may be null, which its description then says. */
    boolean saysNull(String component) {
        return NULL.matcher(components.getOrDefault(component, "")).find();
    }

    static JavadocOf of(Class<?> type) {
        return source(type).map(text -> read(text, type.getSimpleName())).orElse(NONE);
    }

    private static Optional<String> source(Class<?> type) {
        String outermost = type.getName().replaceAll("\\$.*", "");
        return ModuleFolder.of(type)
                .map(module -> module.resolve("src/main/java").resolve(outermost.replace('.', '/') + ".java"))
                .filter(Files::isRegularFile)
                .map(JavadocOf::text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static JavadocOf read(String source, String name) {
        Pattern declaration = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\s+)*?(?:(?:public|protected|private|static|final|sealed)\\s+)*"
                        + "(?:record|enum|class|interface|@interface)\\s+" + Pattern.quote(name) + "\\b",
                Pattern.DOTALL);
        Matcher found = declaration.matcher(source);
        return found.find() ? parse(found.group(1)) : NONE;
    }

    private static JavadocOf parse(String comment) {
        String[] blocks = comment.replaceAll("(?m)^\\s*\\*", "").split("(?m)^\\s*@", -1);
        Map<String, String> components = new LinkedHashMap<>();
        for (String block : blocks) {
            if (block.startsWith("param ")) {
                String[] said = block.substring(6).strip().split("\\s+", 2);
                components.put(said[0], said.length > 1 ? plain(said[1]) : "");
            }
        }
        return new JavadocOf(plain(blocks[0]), components);
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link(?:plain)? #?(?:[\\w.#]*[.#])?([^}]*)}", "$1")
                .replaceAll("</?\\w+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
