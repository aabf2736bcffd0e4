package io.cumulo.kit.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file of which each line is an entry: JSON lines, CSV without line breaks in its cells. UTF-8, with or without a byte order mark. */
public final class Lines implements EntryReader {

    private static final int MAX_BYTES = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        InputStream input = new BufferedInputStream(file, 1 << 16);
        long number = 1;
        for (Line line = next(input); !line.isEnd(); line = next(input)) {
            if (!line.isBlank()) {
                sink.accept(line.entry(number));
            }
            number++;
        }
    }

    private record Line(byte[] bytes, boolean tooLong, boolean isEnd) {

        boolean isBlank() {
            return !tooLong && new String(bytes, StandardCharsets.UTF_8).isBlank();
        }

        Entry entry(long number) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (tooLong) {
                return Entry.unreadable(number, beginning(text), "the line is longer than " + MAX_BYTES + " bytes");
            }
            try {
                String decoded = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return decoded.indexOf('\0') < 0
                        ? Entry.read(
                                number, decoded.replace(BYTE_ORDER_MARK, "").strip())
                        : Entry.unreadable(number, beginning(text), "the line holds a NUL character");
            } catch (CharacterCodingException wrong) {
                return Entry.unreadable(number, beginning(text), "the line isn't UTF-8");
            }
        }

        private static String beginning(String text) {
            return text.replace("\0", "")
                    .substring(0, Math.min(200, text.replace("\0", "").length()));
        }
    }

    private static Line next(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int next = input.read();
        if (next < 0) {
            return new Line(new byte[0], false, true);
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < MAX_BYTES) {
                line.write(next);
            } else {
                tooLong = true;
            }
            next = input.read();
        }
        return new Line(line.toByteArray(), tooLong, false);
    }
}
