package io.cumulo.gateway.limits;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a client takes (RFC 9110, section 12.5.1), as far as it decides whether lists are answered a page at a time or whole. */
final class Accepted {

    private static final Pattern PAGE = Pattern.compile("(application/json|application/\\*|\\*/.*|\\*)(;.*)?");
    private static final Pattern STREAM = Pattern.compile("(application/x-ndjson|text/csv|text/\\*)(;.*)?");
    private static final Pattern UNWANTED = Pattern.compile("[^;]*;(.*;)?q=0(\\.0*)?(;.*)?");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private Accepted() {}

    /** Whether a list may be answered whole: a service may like best what the client likes less, and takes what isn't wanted where nothing else is. */
    static boolean asStream(HttpServerRequest request) {
        List<String> ranges = request.headers().getAll(HttpHeaders.ACCEPT).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(range -> SPACE.matcher(range).replaceAll("").toLowerCase(Locale.ROOT))
                .toList();
        List<String> streams =
                ranges.stream().filter(range -> STREAM.matcher(range).matches()).toList();
        return streams.stream().anyMatch(Accepted::isWanted)
                || !streams.isEmpty()
                        && ranges.stream()
                                .filter(range -> PAGE.matcher(range).matches())
                                .noneMatch(Accepted::isWanted);
    }

    private static boolean isWanted(String range) {
        return !UNWANTED.matcher(range).matches();
    }
}
