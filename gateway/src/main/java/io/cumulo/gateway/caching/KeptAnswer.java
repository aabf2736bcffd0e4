package io.cumulo.gateway.caching;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A whole answer of a service, with status 200. */
record KeptAnswer(List<Map.Entry<String, String>> headers, String tag, Buffer body, Instant since) {

    private static final int OVERHEAD_BYTES = 100;

    static KeptAnswer of(MultiMap headers, Buffer body, Instant now) {
        List<Map.Entry<String, String>> kept = headers.entries().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("transfer-encoding"))
                .map(header -> Map.entry(header.getKey(), header.getValue()))
                .toList();
        return new KeptAnswer(kept, headers.get(HttpHeaders.ETAG), body.copy(), now);
    }

    int bytes() {
        return body.length()
                + headers.stream()
                        .mapToInt(header -> OVERHEAD_BYTES
                                + header.getKey().length()
                                + header.getValue().length())
                        .sum();
    }

    void send(HttpServerRequest request, Instant now) {
        HttpServerResponse response = request.response();
        boolean known = EntityTags.names(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag);
        headers.stream()
                .filter(header -> !known
                        || !header.getKey().toLowerCase(java.util.Locale.ROOT).startsWith("content-"))
                .forEach(header -> response.headers().add(header.getKey(), header.getValue()));
        response.putHeader(
                HttpHeaders.AGE, String.valueOf(Duration.between(since, now).toSeconds()));
        if (known) {
            response.setStatusCode(304).end();
        } else if (request.method() == io.vertx.core.http.HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }
}
