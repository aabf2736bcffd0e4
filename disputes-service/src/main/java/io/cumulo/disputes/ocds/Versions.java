package io.cumulo.disputes.ocds;

import static io.cumulo.disputes.ocds.Ocds.EXTENSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every value that any release of a contracting process told, with the release that told it first: the versioned release of OCDS 1.1
 * (standard.open-contracting.org/1.1/en/schema/records_reference, versioned release). A value is listed again when it changes; null says that it was removed.
 */
final class Versions {

    private Versions() {}

    /** @param releases of one process, in the order of their dates; at least one */
    static ObjectNode of(List<ObjectNode> releases) {
        ObjectNode versions = Ocds.JSON.createObjectNode();
        versions.set("ocid", releases.get(0).get("ocid"));
        ObjectNode told = Ocds.JSON.createObjectNode();
        for (ObjectNode release : releases) {
            ObjectNode news = release.deepCopy();
            news.remove(Merge.OF_THE_RELEASE);
            if (Merge.isWhole(release)) {
                end(told, news, release);
            }
            add(told, news, release, false, false);
        }
        versions.setAll(told);
        return versions;
    }

    private static void add(ObjectNode told, JsonNode news, ObjectNode release, boolean ours, boolean inList) {
        for (Map.Entry<String, JsonNode> member : news.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            boolean inOurs = ours || name.equals(EXTENSION);
            if (inList && name.equals("id")) {
                told.set(name, value);
            } else if (value.isObject()) {
                ObjectNode inner = told.get(name) instanceof ObjectNode known ? known : Ocds.JSON.createObjectNode();
                add(inner, value, release, inOurs, false);
                if (!inner.isEmpty()) {
                    told.set(name, inner);
                }
            } else if (value.isArray() && Merge.isIdentified(name, value, inOurs)) {
                ArrayNode list =
                        told.get(name) instanceof ArrayNode known && !isVersioned(known) ? known : told.putArray(name);
                value.forEach(element -> add(element(list, element.get("id")), element, release, false, true));
            } else {
                version(told, name, value, release);
            }
        }
    }

    private static ObjectNode element(ArrayNode list, JsonNode id) {
        return id == null ? list.addObject() : withId(list, id).orElseGet(list::addObject);
    }

    private static Optional<ObjectNode> withId(ArrayNode list, JsonNode id) {
        for (JsonNode element : list) {
            if (id.equals(element.get("id"))) {
                return Optional.of((ObjectNode) element);
            }
        }
        return Optional.empty();
    }

    private static void version(ObjectNode told, String name, JsonNode value, ObjectNode release) {
        ArrayNode known = told.get(name) instanceof ArrayNode list && isVersioned(list) ? list : null;
        if (known == null && value.isNull()) {
            return;
        }
        ArrayNode versions = known == null ? told.putArray(name) : known;
        if (versions.isEmpty()
                || !versions.get(versions.size() - 1).path("value").equals(value)) {
            ObjectNode version = versions.addObject();
            version.set("releaseID", release.get("id"));
            version.set("releaseDate", release.get("date"));
            version.set("releaseTag", release.get("tag"));
            version.set("value", value);
        }
    }

    private static boolean isVersioned(ArrayNode list) {
        return list.isEmpty() || list.get(0).has("releaseID");
    }

    /** What a whole release doesn't tell was so until then. */
    private static void end(ObjectNode told, JsonNode news, ObjectNode release) {
        for (Map.Entry<String, JsonNode> member : told.properties()) {
            JsonNode value = news.path(member.getKey());
            if (member.getValue() instanceof ObjectNode inner) {
                end(inner, value, release);
            } else if (member.getValue() instanceof ArrayNode list && !isVersioned(list)) {
                list.forEach(element -> end((ObjectNode) element, same(value, element.get("id")), release));
            } else if (value.isMissingNode() && !member.getKey().equals("id")) {
                version(told, member.getKey(), NullNode.instance, release);
            }
        }
    }

    private static JsonNode same(JsonNode list, JsonNode id) {
        if (list instanceof ArrayNode news && id != null) {
            return withId(news, id).map(JsonNode.class::cast).orElse(Ocds.JSON.missingNode());
        }
        return Ocds.JSON.missingNode();
    }
}
