package io.cumulo.disputes.docket;

/** Text of an XML 1.0 document, element by element. */
final class Xml {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");

    /** Begins an element; attributes as name, value, name, value. */
    Xml begin(String name, String... attributes) {
        tag(name, attributes);
        text.append(">");
        return this;
    }

    Xml end(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element that holds text alone. */
    Xml element(String name, String content, String... attributes) {
        begin(name, attributes);
        text.append(escaped(content));
        return end(name);
    }

    /** An element that holds nothing. */
    Xml empty(String name, String... attributes) {
        tag(name, attributes);
        text.append("/>\n");
        return this;
    }

    private void tag(String name, String... attributes) {
        text.append("<").append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            text.append(" ")
                    .append(attributes[at])
                    .append("=\"")
                    .append(escaped(attributes[at + 1]))
                    .append("\"");
        }
    }

    /** Without what XML can't hold even when escaped (XML 1.0, 2.2). */
    private static String escaped(String content) {
        StringBuilder escaped = new StringBuilder();
        content.codePoints().filter(Xml::isCharacter).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static boolean isCharacter(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
