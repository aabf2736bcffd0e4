package io.cumulo.disputes.ocds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.cumulo.kit.testing.RealData;
import java.io.IOException;
import java.io.InputStream;

/** The standard's own schema, with our extension in it. */
final class OfficialSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EXTENSION = "/META-INF/resources/v1/ocds/extension/release-schema.json";

    private OfficialSchema() {}

    /** Passes by the schema of release packages. */
    static void requireValid(JsonNode releasePackage) {
        assertThat(schema().validate(releasePackage))
                .as(releasePackage.toPrettyString())
                .isEmpty();
    }

    /** Passes as the only release of a package. */
    static void requireValidRelease(JsonNode release) {
        ObjectNode around = (ObjectNode)
                Ocds.tree(
                        "{\"uri\":\"https://x.example/\",\"publishedDate\":\"2020-01-01T00:00:00Z\",\"version\":\"1.1\",\"publisher\":{\"name\":\"x\"}}");
        around.putArray("releases").add(release);
        requireValid(around);
    }

    private static JsonSchema schema() {
        try {
            ObjectNode release = file("ocds/schema/release-schema.json");
            merge(release, extension());
            release.remove("id");
            ObjectNode pack = file("ocds/schema/release-package-schema.json");
            pack.remove("id");
            ((ObjectNode) pack.at("/properties/releases/items")).put("$ref", "#/definitions/Release");
            ObjectNode definitions = pack.putObject("definitions");
            release.path("definitions").properties().forEach(one -> definitions.set(one.getKey(), one.getValue()));
            definitions.set("Release", release.without("definitions"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(
                            pack,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode file(String name) throws IOException {
        return (ObjectNode) MAPPER.readTree(RealData.file(name).toFile());
    }

    private static ObjectNode extension() throws IOException {
        try (InputStream file = OfficialSchema.class.getResourceAsStream(EXTENSION)) {
            return (ObjectNode) MAPPER.readTree(file);
        }
    }

    /** As extensions are applied: RFC 7396. */
    private static void merge(ObjectNode schema, ObjectNode patch) {
        patch.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode inner
                    && schema.get(member.getKey()) instanceof ObjectNode known) {
                merge(known, inner);
            } else {
                schema.set(member.getKey(), member.getValue());
            }
        });
    }
}
