package io.cumulo.gateway.routing;

import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Ends the connection after an answer to a request of which the rest won't be read; over HTTP/2 only its stream. */
final class Refusal {

    private static final AttributeKey<Boolean> KEY = AttributeKey.valueOf(Refusal.class, "refused");

    private Refusal() {}

    static void closeAfter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            context.addEndHandler(ended -> request.response().reset());
        } else {
            if (request.connection() instanceof ConnectionBase base) {
                base.channel().attr(KEY).set(true);
            }
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.addEndHandler(ended -> request.connection().close());
        }
    }

    /** Whether the connection is about to be closed: what was read of it beyond a refused request may be no request at all, and is passed over. */
    static boolean endsConnectionOf(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase base
                && base.channel().hasAttr(KEY);
    }
}
