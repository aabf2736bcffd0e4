package io.cumulo.gateway.limits;

import io.cumulo.gateway.limits.RateLimits.Budgets;
import io.cumulo.gateway.limits.RateLimits.Quota;
import io.cumulo.kit.problem.BodyLimits;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The sorts of requests that are counted apart, so that one who reads much can still write. */
enum Budget {
    READING,
    WRITING,
    BULK;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> QUESTIONS = Set.of("/v1/reconcile", "/v1/diagnoses");
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    static Budget of(RoutingContext context) {
        String path = resource(context.normalizedPath());
        boolean safe = SAFE.contains(context.request().method());
        if (path.endsWith("/exports")
                || BodyLimits.isImport(context.request().method(), path)
                || safe && WholeLists.areAskedFor(context.request())) {
            return BULK;
        }
        return safe || QUESTIONS.contains(path) ? READING : WRITING;
    }

    /** The path as services read it: without the parameters of its segments, and without slashes at its end. */
    private static String resource(String path) {
        String bare = path.indexOf(';') < 0 ? path : PARAMETERS.matcher(path).replaceAll("");
        int end = bare.length();
        while (end > 0 && bare.charAt(end - 1) == '/') {
            end--;
        }
        return bare.substring(0, end);
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
