package io.cumulo.gateway.caching;

import io.cumulo.gateway.identity.ApiKey;
import io.cumulo.kit.encoding.Gzip;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * What an answer depends on. The address under which the gateway was asked is part of it: links in the answer show it, and it is the client who
 * says it.
 */
record Asked(String origin, String target, String accept, boolean coded) {

    private static final int OVERHEAD_BYTES = 200;

    /** Empty when the answer may not come from the cache, nor go into it: whoever shows a token or a key is answered by the service itself. */
    static Optional<Asked> by(HttpServerRequest request, String path) {
        boolean open = (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && request.query() != null
                && !ApiKey.orToken(request)
                && !request.headers().contains("Range");
        return open
                ? Optional.of(new Asked(
                        request.scheme() + "://" + request.authority(),
                        path + "?" + request.query(),
                        request.getHeader(HttpHeaders.ACCEPT),
                        Gzip.isTakenBy(request.headers())))
                : Optional.empty();
    }

    int bytes() {
        return OVERHEAD_BYTES + 2 * (origin.length() + target.length() + length(accept));
    }

    private static int length(String header) {
        return header == null ? 0 : header.length();
    }
}
