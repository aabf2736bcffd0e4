package io.cumulo.kit.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.value.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What no record may contain, whatever its type: null as an element of a list, text that {@linkplain StorableText can't be stored}, as a value or as a
 * name, and numbers that take a few characters to write and any amount of memory to work with.
 */
final class TreeFaults {

    /** Beyond what anything that is recorded can have, and small enough to be written out. */
    private static final int MAX_EXPONENT = 100;

    private TreeFaults() {}

    /** Takes the offending nodes out of the tree and adds a fault for each. */
    static void removeUnrecordable(JsonNode tree, List<Fault> faults) {
        walk(tree, "", faults);
    }

    private static void walk(JsonNode node, String pointer, List<Fault> faults) {
        if (node instanceof ObjectNode object) {
            List<String> unrecordable = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                Optional<Fault> fault = fault(pointer, member.getKey(), member.getValue());
                if (fault.isPresent()) {
                    faults.add(fault.get());
                    unrecordable.add(member.getKey());
                } else {
                    walk(member.getValue(), pointer + "/" + escape(member.getKey()), faults);
                }
            }
            object.remove(unrecordable);
        } else if (node instanceof ArrayNode array) {
            for (int index = array.size() - 1; index >= 0; index--) {
                String at = pointer + "/" + index;
                JsonNode element = array.get(index);
                Optional<String> wrong = element.isNull() ? Optional.of("must not be null") : wrong(element);
                if (wrong.isPresent()) {
                    faults.add(Fault.at(at, wrong.get()));
                    array.remove(index);
                } else {
                    walk(element, at, faults);
                }
            }
        }
    }

    /** A name that can't be stored is told at what holds the member: no pointer could name it. */
    private static Optional<Fault> fault(String holder, String name, JsonNode value) {
        return StorableText.fault(name)
                .map(detail -> Fault.at(holder, "the name of a member " + detail))
                .or(() -> wrong(value).map(detail -> Fault.at(holder + "/" + escape(name), detail)));
    }

    static String escape(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<String> wrong(JsonNode value) {
        if (value instanceof TextNode text) {
            return StorableText.fault(text.textValue());
        }
        return value instanceof DecimalNode number
                        && Math.abs((long) number.decimalValue().scale()) > MAX_EXPONENT
                ? Optional.of("must be a number with an exponent from -" + MAX_EXPONENT + " to " + MAX_EXPONENT)
                : Optional.empty();
    }
}
