package io.cumulo.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer, when broken off, is closed with its connection. Resetting an HTTP/1 answer marks it closed without telling those who
 * wait for its end, and Quarkus would count the request as being in progress for ever: every shutdown would wait for it in vain.
 */
final class ClosingRequest extends HttpServerRequestWrapper {

    private final HttpServerResponse response;

    ClosingRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new AbstractResponseWrapper(request.response()) {

            @Override
            public boolean reset() {
                return reset(0);
            }

            @Override
            public boolean reset(long code) {
                if (ended()) {
                    return false;
                }
                request.connection().close();
                return true;
            }
        };
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }
}
