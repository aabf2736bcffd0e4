package io.cumulo.kit.encoding;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The one content coding in which answers are sent to whoever takes it. What is coded is another representation and so has an entity tag of its own (RFC 9110, 8.8.3.3);
 * the state that it shows is the same, so a condition may name either.
 */
public final class Gzip {

    /** As told in Content-Encoding and Accept-Encoding. */
    public static final String NAME = "gzip";

    private static final String ANY = "*";
    private static final String MARK = "-gzip\"";

    private Gzip() {}

    /**
     * Whether a client takes it (RFC 9110, 12.5.3). Who says nothing might, but many that say nothing can't.
     *
     * @param acceptEncoding the header; null where there is none
     */
    public static boolean isTaken(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        return weight(acceptEncoding, NAME)
                        .or(() -> weight(acceptEncoding, ANY))
                        .orElse(0.0)
                > 0;
    }

    /** Whether who sends such a head takes it, in however many lines that is told. */
    public static boolean isTakenBy(MultiMap headers) {
        return isTaken(String.join(",", headers.getAll(HttpHeaders.ACCEPT_ENCODING)));
    }

    private static Optional<Double> weight(String acceptEncoding, String coding) {
        return codings(acceptEncoding)
                .map(item -> item.split(";"))
                .filter(parts -> parts[0].strip().equals(coding))
                .map(Gzip::weight)
                .findFirst();
    }

    private static Stream<String> codings(String acceptEncoding) {
        return Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(",")).filter(item -> !item.isBlank());
    }

    /** 1 where none is told; nothing where it can't be read. */
    private static double weight(String[] parts) {
        return Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .map(parameter -> parameter.substring("q=".length()))
                .findFirst()
                .map(weight -> weight.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(weight) : 0)
                .orElse(1.0);
    }

    /** The entity tag of the coded representation, from that of the other. */
    public static String tag(String tag) {
        return tag.endsWith("\"") && !tag.endsWith(MARK) ? tag.substring(0, tag.length() - 1) + MARK : tag;
    }

    /** A condition (If-Match, If-None-Match) by the tags of what isn't coded. */
    public static String uncoded(String condition) {
        return condition.replace(MARK, "\"");
    }

    /** Whether a condition names something coded. */
    public static boolean isNamedBy(String condition) {
        return condition.contains(MARK);
    }

    /** The content, coded. */
    public static byte[] code(byte[] content) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(content.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return coded.toByteArray();
    }
}
