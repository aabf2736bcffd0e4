package io.cumulo.disputes.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** What two spellings of the same JSON have in common: neither the order of members nor zeros behind the point make a difference. */
public final class Digest {

    private Digest() {}

    public static String of(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        write(tree, text);
        return of(text.toString());
    }

    public static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void write(JsonNode tree, StringBuilder text) {
        if (tree.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            tree.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
            text.append('{');
            sorted.forEach((name, value) -> {
                text.append(TextNode.valueOf(name)).append(':');
                write(value, text);
                text.append(',');
            });
            text.append('}');
        } else if (tree.isArray()) {
            text.append('[');
            for (Iterator<JsonNode> elements = tree.elements(); elements.hasNext(); text.append(',')) {
                write(elements.next(), text);
            }
            text.append(']');
        } else if (tree.isNumber()) {
            text.append(tree.decimalValue().stripTrailingZeros());
        } else {
            text.append(tree);
        }
    }
}
