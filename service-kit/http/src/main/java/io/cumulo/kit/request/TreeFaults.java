package io.cumulo.kit.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cumulo.kit.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What no record may contain, whatever its type: null as an element of a list, and U+0000, which PostgreSQL can't store in text. */
final class TreeFaults {

    private TreeFaults() {}

    /** Takes the offending nodes out of the tree and adds a fault for each. */
    static void removeNullElements(JsonNode tree, List<Fault> faults) {
        walk(tree, "", faults);
    }

    private static void walk(JsonNode node, String pointer, List<Fault> faults) {
        if (node instanceof ObjectNode object) {
            List<String> unstorable = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String at = pointer + "/" + escape(member.getKey());
                if (holdsNul(member.getValue())) {
                    faults.add(Fault.at(at, "must not contain the character U+0000"));
                    unstorable.add(member.getKey());
                } else {
                    walk(member.getValue(), at, faults);
                }
            }
            object.remove(unstorable);
        } else if (node instanceof ArrayNode array) {
            for (int index = array.size() - 1; index >= 0; index--) {
                String at = pointer + "/" + index;
                JsonNode element = array.get(index);
                if (element.isNull()) {
                    faults.add(Fault.at(at, "must not be null"));
                    array.remove(index);
                } else if (holdsNul(element)) {
                    faults.add(Fault.at(at, "must not contain the character U+0000"));
                    array.remove(index);
                } else {
                    walk(element, at, faults);
                }
            }
        }
    }

    static String escape(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    private static boolean holdsNul(JsonNode node) {
        return node instanceof TextNode text && text.textValue().indexOf('\0') >= 0;
    }
}
