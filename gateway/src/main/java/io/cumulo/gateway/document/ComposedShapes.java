package io.cumulo.gateway.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The shapes of what the gateway composes: they are made of the services' own, so they are written as such, in {@code openapi/composed.json}. */
final class ComposedShapes {

    private static final String RESOURCE = "openapi/composed.json";

    private ComposedShapes() {}

    static void addTo(OpenAPI api, ObjectMapper mapper) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "composed").put("version", "1");
        document.putObject("paths");
        try (InputStream shapes = ComposedShapes.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            document.putObject("components").set("schemas", mapper.readTree(shapes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
        SmallRyeOpenAPI.builder()
                .withCustomStaticFile(() -> new ByteArrayInputStream(text))
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .build()
                .model()
                .getComponents()
                .getSchemas()
                .forEach(api.getComponents()::addSchema);
    }
}
