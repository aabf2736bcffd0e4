package io.cumulo.kit.openapi;

import com.fasterxml.jackson.databind.JavaType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a type is called in the document. {@code @Schema(name = …)} on the class says it, with {@code %s} for the name of a type argument; else it is
 * the simple name, within another type after that one's, and without the {@code Shown} of what is answered.
 */
final class SchemaNames {

    private final Map<String, JavaType> taken = new HashMap<>();

    /** The name, of this type alone. */
    String of(JavaType type) {
        String name = plain(type);
        JavaType before = taken.putIfAbsent(name, type);
        if (before == null || before.equals(type)) {
            return name;
        }
        String apart = feature(type) + name;
        JavaType again = taken.putIfAbsent(apart, type);
        if (again != null && !again.equals(type)) {
            throw new IllegalStateException("Two types are called " + apart + " in the API: " + again + " and " + type
                    + "; give one a @Schema(name)");
        }
        return apart;
    }

    private static String plain(JavaType type) {
        Class<?> raw = type.getRawClass();
        String arguments = IntStream.range(0, type.containedTypeCount())
                .mapToObj(index -> plain(type.containedType(index)))
                .collect(Collectors.joining());
        Schema said = raw.getAnnotation(Schema.class);
        if (said != null && !said.name().isEmpty()) {
            return String.format(Locale.ROOT, said.name(), arguments);
        }
        return arguments + enclosing(raw) + stripped(raw.getSimpleName());
    }

    private static String enclosing(Class<?> raw) {
        Class<?> outer = raw.getEnclosingClass();
        return outer == null || raw.getSimpleName().startsWith(stripped(outer.getSimpleName()))
                ? ""
                : stripped(outer.getSimpleName());
    }

    private static String stripped(String name) {
        return name.replaceFirst("^Shown(?=[A-Z])", "");
    }

    /** The last part of the package. */
    private static String feature(JavaType type) {
        String last = type.getRawClass().getPackageName().replaceFirst("^.*\\.", "");
        return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }
}
