package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every citation in a dossier once, with the paths of all that cite it. */
final class Sources {

    /** Lists inside an item whose elements have a path of their own. */
    private static final Set<String> WITH_PATHS = Set.of("corrections", "docket");

    private final Map<JsonNode, Set<String>> citedBy = new LinkedHashMap<>();

    private Sources() {}

    /** The distinct citations, those of orders of other dockets last, in the order in which they are met, each with {@code citedBy}. */
    static List<ObjectNode> of(
            String profileRef, JsonNode profile, List<Item> items, Map<String, ? extends JsonNode> orders) {
        Sources sources = new Sources();
        sources.collect(profile, profileRef);
        items.forEach(item -> sources.collect(item.body(), item.ref()));
        orders.forEach((ref, entry) -> sources.collect(entry, ref));
        return sources.citedBy.entrySet().stream().map(Sources::told).toList();
    }

    private void collect(JsonNode node, String ref) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, ref));
        }
        node.properties().forEach(member -> collectMember(member.getKey(), member.getValue(), ref));
    }

    private void collectMember(String name, JsonNode value, String ref) {
        if (name.equals("sources") && value.isArray()) {
            value.forEach(citation -> cite(citation, ref));
        } else if (WITH_PATHS.contains(name)) {
            value.forEach(element ->
                    collect(element, ref + "/" + name + "/" + element.path("id").asText()));
        } else {
            collect(value, name.equals("termination") ? ref + "/termination" : ref);
        }
    }

    private void cite(JsonNode citation, String ref) {
        if (citation.isObject()) {
            citedBy.computeIfAbsent(citation, first -> new LinkedHashSet<>()).add(ref);
        }
    }

    private static ObjectNode told(Map.Entry<JsonNode, Set<String>> source) {
        ObjectNode told = source.getKey().deepCopy();
        ArrayNode paths = told.putArray("citedBy");
        source.getValue().forEach(paths::add);
        return told;
    }
}
