package io.cumulo.kit.openapi;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The tags of all resources, each with what its resource is; where several share one, that of the shortest path speaks for all. */
final class ResourceTags {

    private final Map<String, Class<?>> resources = new TreeMap<>();

    void add(Operation operation, Endpoint endpoint) {
        if (operation.getTags() == null || operation.getTags().isEmpty()) {
            operation.addTag(endpoint.resource().getSimpleName().replaceFirst("Resource$", ""));
        }
        operation.getTags().forEach(tag -> resources.merge(tag, endpoint.resource(), ResourceTags::shorter));
    }

    private static Class<?> shorter(Class<?> one, Class<?> other) {
        return Comparator.comparingInt(ResourceTags::depth)
                                .thenComparing(Class::getSimpleName)
                                .compare(other, one)
                        < 0
                ? other
                : one;
    }

    private static int depth(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        return path == null ? Integer.MAX_VALUE : path.value().split("/").length;
    }

    List<Tag> all() {
        List<Tag> tags = new ArrayList<>();
        resources.forEach((name, resource) -> {
            String said = JavadocOf.of(resource).summary();
            tags.add(OASFactory.createTag().name(name).description(said.isEmpty() ? name + "." : said));
        });
        return tags;
    }
}
