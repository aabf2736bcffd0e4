package io.cumulo.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes, when a service is built, what was found of its API: readable names, the schemas of what is taken and answered, headers, every
 * problem, who may do it. All of it follows from the resources' classes by the conventions that they share, so that none has to say it again.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1000)
public class DescribedApi implements OASFilter {

    private final Schemas schemas = new Schemas();
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().values().forEach(DescribedApi::moveIntoOperations);
        }
        Map<Operation, Endpoint> endpoints = endpoints(api);
        endpoints.values().forEach(endpoint -> endpoint.body()
                .ifPresent(body -> schemas.state(schemas.type(body, endpoint))));
        ProblemAnswers.describe(schemas);
        components.addSecurityScheme(
                DescribedOperation.BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("A token whose `groups` hold `editor` to write. Anyone may read."));
        ResourceTags tags = new ResourceTags();
        eachOperation(api, (path, method, operation) -> Optional.ofNullable(endpoints.get(operation))
                .ifPresent(endpoint -> {
                    new DescribedOperation(operation, method, path, endpoint, schemas, components).complete(loader);
                    tags.add(operation, endpoint);
                }));
        api.setTags(tags.all());
        api.setPaths(renamed(api.getPaths()));
        components.setSchemas(referredTo(api, components.getSchemas()));
    }

    private Map<Operation, Endpoint> endpoints(OpenAPI api) {
        Map<Operation, Endpoint> endpoints = new HashMap<>();
        eachOperation(api, (path, method, operation) -> Endpoint.named(operation.getOperationId(), method, loader)
                .ifPresent(endpoint -> endpoints.put(operation, endpoint)));
        return endpoints;
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(String path, String method, Operation operation);
    }

    private static void eachOperation(OpenAPI api, Visitor visitor) {
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            new LinkedHashMap<>(api.getPaths().getPathItems()).forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> visitor.visit(path, method.name(), operation)));
        }
    }

    /** Parameters of paths are named after what they stand below, whatever each resource calls them. */
    private static Paths renamed(Paths paths) {
        Paths renamed = OASFactory.createPaths();
        if (paths != null && paths.getPathItems() != null) {
            new TreeMap<>(paths.getPathItems()).forEach((path, item) -> {
                String name = OperationNames.withNamedParameters(path);
                rename(path, name, item);
                renamed.addPathItem(name, item);
            });
        }
        return renamed;
    }

    /** What a resource's own path asks for: many tools look for it at each operation. */
    private static void moveIntoOperations(PathItem item) {
        List<Parameter> shared = item.getParameters() == null ? List.of() : List.copyOf(item.getParameters());
        item.getOperations().values().forEach(operation -> shared.forEach(operation::addParameter));
        item.setParameters(null);
    }

    private static void rename(String path, String name, PathItem item) {
        String[] before = path.split("/", -1);
        String[] after = name.split("/", -1);
        Map<String, String> names = new HashMap<>();
        for (int index = 0; index < before.length; index++) {
            if (before[index].startsWith("{")) {
                names.put(before[index].replaceAll("[{}]", ""), after[index].replaceAll("[{}]", ""));
            }
        }
        item.getOperations().values().stream()
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
                .forEach(parameter -> parameter.setName(names.getOrDefault(parameter.getName(), parameter.getName())));
    }

    /** Ours, and those of the scanner that a parameter still refers to. */
    private Map<String, Schema> referredTo(OpenAPI api, Map<String, Schema> found) {
        Map<String, Schema> kept = new TreeMap<>(schemas.components());
        eachOperation(api, (path, method, operation) -> {
            List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
            parameters.stream()
                    .map(parameter -> parameter.getSchema().getRef())
                    .filter(Objects::nonNull)
                    .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                    .forEach(name -> kept.putIfAbsent(name, found.get(name)));
        });
        return kept;
    }
}
