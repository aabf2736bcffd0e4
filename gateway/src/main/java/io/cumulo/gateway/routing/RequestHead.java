package io.cumulo.gateway.routing;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** The head of a request as a service sees it: what the client says about its own way here is replaced by what the gateway knows. */
final class RequestHead {

    private static final List<String> CLIENT_CLAIMS = List.of(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-forwarded-ssl",
            "x-forwarded-trusted-proxy",
            "x-real-ip");

    /** Written anew by the tracer, as a child of what the client sent; it adds and doesn't replace. */
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    private RequestHead() {}

    /** @param headers the headers that will be sent; changed in place */
    static void rewrite(MultiMap headers, HttpServerRequest request) {
        HopByHop.strip(headers);
        headers.names().stream()
                .filter(name -> CLIENT_CLAIMS.contains(name.toLowerCase(Locale.ROOT)))
                .toList()
                .forEach(headers::remove);
        headers.remove(HttpHeaders.EXPECT);
        if (Span.current().getSpanContext().isValid()) {
            TRACE.forEach(headers::remove);
        }
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.add("Via", "1.1 cumulo");
    }
}
