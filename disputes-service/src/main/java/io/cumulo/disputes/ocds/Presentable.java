package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.ocds.Shapes.Member;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A release as we give it out: what publishers commonly do beside the schema, and what says nothing, is set right. Nulls in lists and in the place of
 * lists and objects are left out, so is an empty list where the standard wants none, and the same element twice; addresses are escaped.
 */
final class Presentable {

    private Presentable() {}

    /** @param release in which {@link ReleaseCheck} found nothing wrong */
    static ObjectNode of(JsonNode release) {
        return object(release, Shapes.RELEASE);
    }

    private static ObjectNode object(JsonNode printed, String shape) {
        Map<String, Member> members = Shapes.of(shape);
        ObjectNode shown = Ocds.JSON.createObjectNode();
        printed.properties().forEach(property -> {
            Member member = members.get(property.getKey());
            Optional<JsonNode> value =
                    member == null ? Optional.of(property.getValue()) : member(property.getValue(), member);
            value.ifPresent(known -> shown.set(property.getKey(), known));
        });
        return shown;
    }

    private static Optional<JsonNode> member(JsonNode printed, Member member) {
        if (printed.isNull()) {
            return member.list() || member.isObject() || member.type().equals("object")
                    ? Optional.empty()
                    : Optional.of(printed);
        }
        return member.list() ? list(printed, member) : value(printed, member);
    }

    private static Optional<JsonNode> list(JsonNode printed, Member member) {
        Set<JsonNode> shown = new LinkedHashSet<>();
        for (JsonNode element : printed) {
            if (!element.isNull()) {
                value(element, member).ifPresent(shown::add);
            }
        }
        ArrayNode list = Ocds.JSON.createArrayNode().addAll(shown);
        return list.isEmpty() && member.filled() ? Optional.empty() : Optional.of(list);
    }

    private static Optional<JsonNode> value(JsonNode printed, Member member) {
        if (member.isObject()) {
            return Optional.of(object(printed, member.type()));
        }
        return member.type().equals("uri")
                ? address(printed.textValue()).map(Ocds.JSON.getNodeFactory()::textNode)
                : Optional.of(printed);
    }

    /** Absolute and escaped (RFC 3986); empty for what is no address. */
    static Optional<String> address(String printed) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : printed.strip().getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if (letter > 0x20 && letter < 0x7f && "\"<>\\^`{|}".indexOf(letter) < 0) {
                escaped.append(letter);
            } else {
                escaped.append("%%%02X".formatted((int) letter));
            }
        }
        try {
            URI address = new URI(escaped.toString());
            return address.isAbsolute() ? Optional.of(escaped.toString()) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
