package io.cumulo.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.openapi.ModuleFolder;
import io.cumulo.kit.openapi.ProblemAnswers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.runtime.io.Format;
import io.smallrye.openapi.runtime.io.OpenApiSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Makes the gateway's document that of the whole API, when the gateway is built: its own operations, those of the services as far as they are
 * routed, from the documents that their builds left, what the gateway adds to each, and the article's facts as examples.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public class MergedApi implements OASFilter {

    private static final List<String> SERVICES = List.of("companies", "investments", "disputes");
    private static final List<Integer> OF_THE_GATEWAY = List.of(429, 503, 504);

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Path module = ModuleFolder.of(MergedApi.class)
                .orElseThrow(() -> new IllegalStateException("the gateway isn't built from its sources"));
        Config config = ConfigProvider.getConfig();
        SharedSchemas shared =
                new SharedSchemas(api.getComponents().getSchemas().keySet());
        for (String service : SERVICES) {
            Part.read(module, service, shared, mapper)
                    .ifPresent(part ->
                            part.addTo(api, config.getValues("cumulo.upstreams." + service + ".paths", String.class)));
        }
        ComposedShapes.addTo(api, mapper);
        api.setTags(used(api));
        operations(api)
                .forEach(
                        operation -> ProblemAnswers.add(operation.getResponses(), api.getComponents(), OF_THE_GATEWAY));
        GatewayParts.addTo(api, operations(api));
        removeUnused(api);
        new ArticleExamples(module.resolve("../examples/cloud-2020"), mapper).addTo(api);
        api.setServers(List.of(OASFactory.createServer().url("/").description("Where this document is served.")));
    }

    private static List<Operation> operations(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
    }

    /** A service has operations that aren't routed: what only they refer to goes with them, as often as that leaves something else alone. */
    private void removeUnused(OpenAPI api) {
        boolean found = true;
        while (found) {
            JsonNode document = json(api);
            Set<String> used = document.findValuesAsText("$ref").stream()
                    .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                    .collect(Collectors.toSet());
            Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
            found = schemas.keySet().retainAll(used);
            api.getComponents().setSchemas(schemas);
        }
    }

    private JsonNode json(OpenAPI api) {
        try {
            return mapper.readTree(OpenApiSerializer.serialize(api, Format.JSON));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of each name, for the operations that are here. */
    private static List<Tag> used(OpenAPI api) {
        Map<String, Tag> byName = new TreeMap<>();
        api.getTags().forEach(tag -> byName.putIfAbsent(tag.getName(), tag));
        Set<String> used = operations(api).stream()
                .flatMap(operation -> operation.getTags().stream())
                .collect(Collectors.toSet());
        byName.keySet().retainAll(used);
        return new ArrayList<>(byName.values());
    }
}
