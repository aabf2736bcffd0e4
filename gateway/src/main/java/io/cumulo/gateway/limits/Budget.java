package io.cumulo.gateway.limits;

import io.cumulo.gateway.limits.RateLimits.Budgets;
import io.cumulo.gateway.limits.RateLimits.Quota;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;

/** The sorts of requests that are counted apart, so that one who reads much can still write. */
enum Budget {
    READING,
    WRITING,
    BULK;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> QUESTIONS = Set.of("/v1/reconcile", "/v1/diagnoses");

    static Budget of(HttpServerRequest request) {
        String path = request.path();
        boolean safe = SAFE.contains(request.method());
        if (path.endsWith("/exports") || (path.endsWith("/imports") && !safe) || (safe && asksForStream(request))) {
            return BULK;
        }
        return safe || QUESTIONS.contains(path) ? READING : WRITING;
    }

    private static boolean asksForStream(HttpServerRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && (accepted.contains("application/x-ndjson") || accepted.contains("text/csv"));
    }

    Quota of(Budgets budgets) {
        return switch (this) {
            case READING -> budgets.reading();
            case WRITING -> budgets.writing();
            case BULK -> budgets.bulk();
        };
    }

    /** As it stands in {@code RateLimit-Policy}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
