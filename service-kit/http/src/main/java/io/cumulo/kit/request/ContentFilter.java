package io.cumulo.kit.request;

import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses bodies that are coded, and JSON in another character set than UTF-8: they would be read as what they aren't. Files are taken packed with gzip, whether or
 * not that is told.
 */
@Provider
public class ContentFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String PLAIN = "identity";
    private static final List<String> OF_BODIES = List.of(PLAIN);
    private static final List<String> OF_FILES = List.of("gzip", "x-gzip", PLAIN);

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        List<MediaType> consumed = Matched.resource(request).getConsumes();
        boolean isFile = consumed.contains(MediaType.WILDCARD_TYPE);
        requireCoding(request.getHeaderString(HttpHeaders.CONTENT_ENCODING), isFile ? OF_FILES : OF_BODIES);
        if (!isFile && !consumed.isEmpty()) {
            requireCharset(request.getMediaType());
        }
    }

    private static void requireCoding(String codings, List<String> taken) {
        boolean known = codings == null
                || Arrays.stream(codings.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(coding -> !coding.isEmpty())
                        .allMatch(taken::contains);
        if (!known) {
            String names = String.join(", ", taken);
            throw Problem.UNSUPPORTED_MEDIA_TYPE
                    .builder("The body's Content-Encoding isn't taken here; taken are: " + names)
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, names)
                    .build();
        }
    }

    private static void requireCharset(MediaType type) {
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !isTaken(charset, type)) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.because("The body's character set isn't taken; send UTF-8");
        }
    }

    /** JSON is UTF-8 (RFC 8259, 8.1); a form may be in any that there is. */
    private static boolean isTaken(String charset, MediaType type) {
        try {
            return charset.equalsIgnoreCase("utf-8")
                    || !MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && Charset.isSupported(charset);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }
}
