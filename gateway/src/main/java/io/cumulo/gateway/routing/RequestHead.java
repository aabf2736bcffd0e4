package io.cumulo.gateway.routing;

import io.cumulo.gateway.identity.PassedIdentity;
import io.cumulo.kit.encoding.Gzip;
import io.cumulo.kit.observability.RequestId;
import io.cumulo.kit.observability.TraceContext;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

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

    private RequestHead() {}

    /** Whether the client takes the one coding that services know is all that they need be told. */
    private static void takeCoded(MultiMap headers) {
        if (Gzip.isTakenBy(headers)) {
            headers.set(HttpHeaders.ACCEPT_ENCODING, Gzip.NAME);
        } else {
            headers.remove(HttpHeaders.ACCEPT_ENCODING);
        }
    }

    /**
     * @param headers the headers that will be sent; changed in place
     * @param client the client's address
     */
    static void rewrite(MultiMap headers, RoutingContext context, String client, Deadline deadline) {
        HttpServerRequest request = context.request();
        HopByHop.strip(headers);
        CLIENT_CLAIMS.forEach(headers::remove);
        headers.remove(HttpHeaders.EXPECT);
        takeCoded(headers);
        PassedIdentity.rewrite(headers, context);
        TraceContext.rewrite(headers);
        headers.set("X-Forwarded-For", client);
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.set(RequestId.HEADER, RequestId.of(context));
        headers.set(Deadline.HEADER, String.valueOf(deadline.remaining().toMillis()));
        headers.add("Via", request.version() == HttpVersion.HTTP_2 ? "2 cumulo" : "1.1 cumulo");
    }
}
