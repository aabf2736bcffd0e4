package io.cumulo.kit.openapi;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/** Where the module of a class is built. */
public final class ModuleFolder {

    private ModuleFolder() {}

    /** The folder whose {@code target} holds the class, or the jar with the class; empty for one that was built elsewhere. */
    public static Optional<Path> of(Class<?> type) {
        URL compiled = type.getClassLoader() == null
                ? null
                : type.getClassLoader().getResource(type.getName().replace('.', '/') + ".class");
        if (compiled == null) {
            return Optional.empty();
        }
        String place = compiled.toString().replaceFirst("^(?:jar|quarkus):", "").replaceFirst("!.*$", "");
        int target = place.lastIndexOf("/target/");
        return place.startsWith("file:") && target > 0
                ? Optional.of(Path.of(URI.create(place.substring(0, target))))
                : Optional.empty();
    }
}
