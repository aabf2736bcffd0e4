package io.cumulo.disputes.ocds;

import static io.cumulo.disputes.ocds.Ocds.EXTENSION;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every value that any release of a contracting process told, with the release that told it first: the versioned release of OCDS 1.1
 * (standard.open-contracting.org/1.1/en/schema/records_reference, versioned release). A value is listed again when it changes; null says that it was removed.
 */
final class Versions {

    /** A value may be shorter than what is said of its release each time. */
    private static final long MAX_CHARACTERS = 16L << 20;

    private final ObjectNode told = Ocds.JSON.createObjectNode();
    private long characters;

    /** Adds the next release of the process, in the order of their dates. */
    void add(ObjectNode release) {
        ObjectNode news = release.deepCopy();
        news.remove(Merge.OF_THE_RELEASE);
        Head head = Head.of(release);
        if (Merge.isWhole(release)) {
            end(told, news, head);
        }
        add(told, news, head, false, false);
    }

    /** The versioned release; empty where it would be too long, which none has to be. */
    Optional<ObjectNode> versioned(String ocid) {
        if (characters > MAX_CHARACTERS) {
            return Optional.empty();
        }
        ObjectNode versions = Ocds.JSON.createObjectNode().put("ocid", ocid);
        versions.setAll(told);
        return Optional.of(versions);
    }

    /** Which release told something. */
    private record Head(JsonNode id, JsonNode date, JsonNode tag, int characters) {

        private static final int NAMES = "{'releaseID':,'releaseDate':,'releaseTag':,'value':},".length();

        static Head of(ObjectNode release) {
            JsonNode id = release.path("id");
            JsonNode date = release.path("date");
            JsonNode tag = release.path("tag");
            int characters = Stream.of(id, date, tag)
                    .mapToInt(node -> node.toString().length())
                    .sum();
            return new Head(id, date, tag, NAMES + characters);
        }
    }

    /** A value and who told it: there are many of them, and a tree of each is several times as large. */
    private record Version(Head head, JsonNode value) implements JsonSerializable {

        @Override
        public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            write("releaseID", head.id, json, provider);
            write("releaseDate", head.date, json, provider);
            write("releaseTag", head.tag, json, provider);
            write("value", value, json, provider);
            json.writeEndObject();
        }

        private static void write(String name, JsonNode value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeFieldName(name);
            value.serialize(json, provider);
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer types)
                throws IOException {
            serialize(json, provider);
        }
    }

    private void add(ObjectNode told, JsonNode news, Head release, boolean ours, boolean inList) {
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
                        told.get(name) instanceof ArrayNode array && !isVersioned(array) ? array : told.putArray(name);
                Map<JsonNode, ObjectNode> known = Merge.byId(list);
                value.forEach(element -> add(element(list, known, element.get("id")), element, release, false, true));
            } else {
                version(told, name, value, release);
            }
        }
    }

    private static ObjectNode element(ArrayNode list, Map<JsonNode, ObjectNode> known, JsonNode id) {
        return id == null ? list.addObject() : known.computeIfAbsent(id, first -> list.addObject());
    }

    private void version(ObjectNode told, String name, JsonNode value, Head release) {
        ArrayNode known = told.get(name) instanceof ArrayNode list && isVersioned(list) ? list : null;
        if (known == null && value.isNull()) {
            return;
        }
        if (known == null) {
            known = new ArrayNode(Ocds.JSON.getNodeFactory(), 1);
            told.set(name, known);
        }
        if (known.isEmpty() || !version(known, known.size() - 1).value.equals(value)) {
            known.addPOJO(new Version(release, value));
            characters += release.characters;
        }
    }

    private static Version version(ArrayNode versions, int index) {
        return (Version) ((POJONode) versions.get(index)).getPojo();
    }

    private static boolean isVersioned(ArrayNode list) {
        return list.isEmpty() || list.get(0).isPojo();
    }

    /** What a whole release doesn't tell was so until then. */
    private void end(ObjectNode told, JsonNode news, Head release) {
        for (Map.Entry<String, JsonNode> member : told.properties()) {
            JsonNode value = news.path(member.getKey());
            if (member.getValue() instanceof ObjectNode inner) {
                end(inner, value, release);
            } else if (member.getValue() instanceof ArrayNode list && !isVersioned(list)) {
                Map<JsonNode, ObjectNode> same = value instanceof ArrayNode array ? Merge.byId(array) : Map.of();
                list.forEach(element -> end((ObjectNode) element, same(same, element.get("id")), release));
            } else if (value.isMissingNode() && !member.getKey().equals("id")) {
                version(told, member.getKey(), NullNode.instance, release);
            }
        }
    }

    private static JsonNode same(Map<JsonNode, ObjectNode> news, JsonNode id) {
        JsonNode same = id == null ? null : news.get(id);
        return same == null ? Ocds.JSON.missingNode() : same;
    }
}
