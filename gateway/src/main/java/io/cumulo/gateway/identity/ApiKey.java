package io.cumulo.gateway.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Where a request carries an API key. */
public final class ApiKey {

    public static final String HEADER = "X-API-Key";

    private static final String SCHEME = "ApiKey ";

    private ApiKey() {}

    static Optional<String> in(HttpServerRequest request) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            return Optional.of(header);
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return schemeOf(authorization)
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** Takes every key out: it is for the gateway alone. */
    static void strip(MultiMap headers) {
        headers.remove(HEADER);
        if (schemeOf(headers.get(HttpHeaders.AUTHORIZATION))) {
            headers.remove(HttpHeaders.AUTHORIZATION);
        }
    }

    /** Whether the request presents a key or a token, valid or not. */
    public static boolean orToken(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains(HEADER);
    }

    private static boolean schemeOf(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
