package io.cumulo.kit.encoding;

import io.cumulo.kit.accept.Weighted;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
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
     * Whether a client takes it (RFC 9110, 12.5.3). Who says nothing might, but many that say nothing can't; what can't be read says nothing.
     *
     * @param acceptEncoding the header; null where there is none
     */
    public static boolean isTaken(String acceptEncoding) {
        try {
            List<Weighted> taken = acceptEncoding == null ? List.of() : Weighted.list(acceptEncoding);
            return weight(taken, NAME).or(() -> weight(taken, ANY)).orElse(0.0) > 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Whether who sends such a head takes it, in however many lines that is told. */
    public static boolean isTakenBy(MultiMap headers) {
        return isTaken(String.join(",", headers.getAll(HttpHeaders.ACCEPT_ENCODING)));
    }

    private static Optional<Double> weight(List<Weighted> taken, String coding) {
        return taken.stream()
                .filter(member -> member.name().equalsIgnoreCase(coding))
                .map(Weighted::weight)
                .findFirst();
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
