package io.cumulo.disputes.ocds;

import static io.cumulo.disputes.ocds.Ocds.EXTENSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Releases of one contracting process made into one, by the rules of OCDS 1.1 (standard.open-contracting.org/1.1/en/schema/merging): later values replace
 * earlier ones, null removes, lists of objects are merged by id, all other lists are replaced. An object without an id is added, unless the same
 * is there: the schema wants no element twice. A release of ours that says that it is whole
 * replaces everything: what it leaves out is no longer so.
 */
final class Merge {

    /** Lists of objects that are replaced: with wholeListMerge in the schema, or without ids in it. */
    static final Set<String> WHOLE_LISTS = Set.of("additionalIdentifiers", "additionalClassifications", "changes");

    /** Members that belong to a release and not to what it tells. */
    static final Set<String> OF_THE_RELEASE = Set.of("ocid", "id", "date", "tag");

    private Merge() {}

    /**
     * The compiled release.
     *
     * @param told by all releases of a process, merged
     * @param last of them
     */
    static ObjectNode compiled(ObjectNode told, ObjectNode last) {
        ObjectNode compiled = Ocds.JSON.createObjectNode();
        compiled.set("ocid", last.get("ocid"));
        compiled.put("id", last.path("ocid").asText() + "-" + last.path("date").asText());
        compiled.set("date", last.get("date"));
        compiled.putArray("tag").add("compiled");
        compiled.setAll(told);
        return compiled;
    }

    /** Adds what the next release tells to what those before it told. */
    static void add(ObjectNode told, ObjectNode release) {
        if (isWhole(release)) {
            told.removeAll();
        }
        ObjectNode news = release.deepCopy();
        news.remove(OF_THE_RELEASE);
        into(told, news, false);
    }

    static boolean isWhole(JsonNode release) {
        return release.path(EXTENSION).path("whole").asBoolean();
    }

    /** Whether its elements are told apart by their ids. */
    static boolean isIdentified(String member, JsonNode list, boolean ours) {
        if (ours || WHOLE_LISTS.contains(member) || list.isEmpty()) {
            return false;
        }
        for (JsonNode element : list) {
            if (!element.isObject()) {
                return false;
            }
        }
        return true;
    }

    private static void into(ObjectNode told, JsonNode news, boolean ours) {
        for (Map.Entry<String, JsonNode> member : news.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            boolean inOurs = ours || name.equals(EXTENSION);
            if (value.isNull()) {
                told.remove(name);
            } else if (value.isObject()) {
                ObjectNode inner = told.get(name) instanceof ObjectNode known ? known : Ocds.JSON.createObjectNode();
                into(inner, value, inOurs);
                setUnlessEmpty(told, name, inner);
            } else if (value.isArray() && isIdentified(name, value, inOurs)) {
                told.set(name, byId(told.path(name), value));
            } else {
                told.set(name, value);
            }
        }
    }

    private static void setUnlessEmpty(ObjectNode told, String name, ObjectNode inner) {
        if (inner.isEmpty()) {
            told.remove(name);
        } else {
            told.set(name, inner);
        }
    }

    private static ArrayNode byId(JsonNode known, JsonNode news) {
        List<JsonNode> merged = new ArrayList<>();
        known.forEach(merged::add);
        Map<JsonNode, ObjectNode> byId = byId(merged);
        Set<JsonNode> nameless = new HashSet<>();
        merged.stream().filter(element -> !element.has("id")).forEach(nameless::add);
        for (JsonNode element : news) {
            boolean named = element.hasNonNull("id");
            ObjectNode same = named ? byId.get(element.get("id")) : null;
            boolean added = same == null;
            same = added ? Ocds.JSON.createObjectNode() : same;
            into(same, element, false);
            if (added && (named || nameless.add(same))) {
                merged.add(same);
            }
            if (named) {
                byId.putIfAbsent(element.get("id"), same);
            }
        }
        return Ocds.JSON.createArrayNode().addAll(merged);
    }

    /** The objects among them that have ids, the first of each id. */
    static Map<JsonNode, ObjectNode> byId(Iterable<JsonNode> elements) {
        Map<JsonNode, ObjectNode> byId = new HashMap<>();
        for (JsonNode element : elements) {
            if (element instanceof ObjectNode object && object.has("id")) {
                byId.putIfAbsent(object.get("id"), object);
            }
        }
        return byId;
    }
}
