package io.cumulo.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.logging.Logger;

/** The document of one service, as its build left it. */
final class Part {

    private static final Logger LOG = Logger.getLogger(Part.class);

    private final OpenAPI document;

    private Part(OpenAPI document) {
        this.document = document;
    }

    /** Empty, with a warning, where the service hasn't been built yet. */
    static Optional<Part> read(Path gateway, String service, SharedSchemas shared, ObjectMapper mapper) {
        Path file = gateway.resolve("../" + service + "-service/target/openapi/openapi.json")
                .normalize();
        if (!Files.isRegularFile(file)) {
            LOG.warnf("The API of %s is missing from the merged document: build the service first (%s)", service, file);
            return Optional.empty();
        }
        try {
            JsonNode unambiguous = shared.withNamesOfItsOwn(service, mapper.readTree(file.toFile()));
            byte[] text = mapper.writeValueAsString(unambiguous).getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Part(SmallRyeOpenAPI.builder()
                    .withCustomStaticFile(() -> new ByteArrayInputStream(text))
                    .enableModelReader(false)
                    .enableStandardStaticFiles(false)
                    .enableAnnotationScan(false)
                    .enableStandardFilter(false)
                    .build()
                    .model()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Adds what is routed under one of the prefixes, and all that it refers to. */
    void addTo(OpenAPI api, List<String> prefixes) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (prefixes.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))) {
                addPath(api, path, item);
            }
        });
        orEmpty(document.getComponents().getSchemas()).forEach(api.getComponents()::addSchema);
        orEmpty(document.getComponents().getResponses()).forEach(api.getComponents()::addResponse);
        document.getTags().forEach(api::addTag);
    }

    private static void addPath(OpenAPI api, String path, PathItem item) {
        if (api.getPaths().hasPathItem(path)) {
            throw new IllegalStateException("two services answer " + path);
        }
        api.getPaths().addPathItem(path, item);
    }

    private static <T> Map<String, T> orEmpty(Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
