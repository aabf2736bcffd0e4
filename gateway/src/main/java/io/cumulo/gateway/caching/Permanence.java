package io.cumulo.gateway.caching;

import io.cumulo.gateway.identity.ApiKey;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which answers never change: those to a question that names both clocks, with an instant of record time that lies in the past (the services answer
 * 503 until it is settled), and those that the service itself calls immutable. Without {@code asOf} an answer is that of today, and tomorrow's may
 * differ.
 */
final class Permanence {

    private static final String FOR_EVER = "public, max-age=86400, immutable";
    static final String ASK_AGAIN = "no-cache";

    /** That nothing has changed tells for how long it holds as well as the answer itself (RFC 9110, 15.4.5). */
    private static final Set<Integer> TOLD = Set.of(200, 304);

    /** Clocks of machines differ a little. */
    private static final Duration SURELY_PAST = Duration.ofSeconds(10);

    /** What an answer may depend on, for one kept answer to do for all who ask alike. */
    private static final Set<String> TOLD_APART = Set.of("accept", "accept-encoding", "origin");

    private Permanence() {}

    /** @param headers the service's; what it says itself stands */
    static void mark(HttpServerRequest request, int status, MultiMap headers, Instant now) {
        boolean reading = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (!reading || !TOLD.contains(status) || headers.contains(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        boolean forEver = !ApiKey.orToken(request)
                && !headers.contains(HttpHeaders.SET_COOKIE)
                && request.query() != null
                && namesBothClocks(request.query(), now);
        headers.set(HttpHeaders.CACHE_CONTROL, forEver ? FOR_EVER : ASK_AGAIN);
    }

    static boolean isKept(int status, MultiMap headers) {
        String control = headers.get(HttpHeaders.CACHE_CONTROL);
        return status == 200
                && control != null
                && directives(control).containsAll(List.of("public", "immutable"))
                && !headers.contains(HttpHeaders.SET_COOKIE)
                && headers.getAll(HttpHeaders.VARY).stream()
                        .flatMap(value -> directives(value).stream())
                        .allMatch(TOLD_APART::contains);
    }

    private static boolean namesBothClocks(String query, Instant now) {
        Map<String, List<String>> parameters = new QueryStringDecoder("?" + query).parameters();
        List<String> asOf = parameters.getOrDefault("asOf", List.of());
        List<String> knownAt = parameters.getOrDefault("knownAt", List.of());
        return asOf.size() == 1 && knownAt.size() == 1 && isPast(knownAt.get(0), now);
    }

    private static boolean isPast(String instant, Instant now) {
        try {
            return OffsetDateTime.parse(instant).toInstant().isBefore(now.minus(SURELY_PAST));
        } catch (DateTimeException notAnInstant) {
            return false;
        }
    }

    private static List<String> directives(String value) {
        return Arrays.stream(value.split(","))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
