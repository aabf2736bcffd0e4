package io.cumulo.disputes.docket;

import java.nio.charset.StandardCharsets;

/** Content lines of iCalendar (RFC 5545, 3.1): ended by CRLF, folded so that none is longer than 75 octets, without cutting a character. */
final class ContentLines {

    private static final int MOST_OCTETS = 75;

    private final StringBuilder lines = new StringBuilder();

    /**
     * Adds a line.
     *
     * @param name the property's name, with its parameters
     * @param value as it stands in the line
     */
    ContentLines add(String name, String value) {
        int room = MOST_OCTETS;
        String line = name + ":" + value;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int octets = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets > room) {
                lines.append("\r\n ");
                room = MOST_OCTETS - 1;
            }
            lines.appendCodePoint(character);
            room -= octets;
            at += Character.charCount(character);
        }
        lines.append("\r\n");
        return this;
    }

    /** Adds a line whose value is text: escaped (3.3.11), and without the control characters that no text may have. */
    ContentLines addText(String name, String text) {
        String escaped = text.replace("\r\n", "\n")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n")
                .replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
        return add(name, escaped);
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
