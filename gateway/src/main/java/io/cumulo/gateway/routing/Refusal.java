package io.cumulo.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Ends the connection after an answer to a request of which the rest won't be read; over HTTP/2 only its stream. */
final class Refusal {

    private Refusal() {}

    static void closeAfter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            context.addEndHandler(ended -> request.response().reset());
        } else {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.addEndHandler(ended -> request.connection().close());
        }
    }
}
