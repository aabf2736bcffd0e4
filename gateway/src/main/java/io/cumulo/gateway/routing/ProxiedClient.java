package io.cumulo.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request as the proxy library can handle it.
 *
 * <p>An HTTP/1 answer, when broken off, is closed with its connection: resetting it marks it closed without telling those who wait for its end, and
 * Quarkus would count the request as being in progress for ever: every shutdown would wait for it in vain.
 *
 * <p>An HTTP/2 body needs no announcement. The library looks for the HTTP/1 header that says "length unknown", and so it is shown one; the
 * library doesn't pass it on.
 */
final class ProxiedClient extends HttpServerRequestWrapper {

    private final MultiMap headers;
    private final HttpServerResponse response;

    ProxiedClient(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.headers = shown(request);
        this.response = request.version() == HttpVersion.HTTP_2
                ? request.response()
                : new AbstractResponseWrapper(request.response()) {

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

    private static MultiMap shown(HttpServerRequest request) {
        MultiMap sent = request.headers();
        return request.version() == HttpVersion.HTTP_2 && !sent.contains(HttpHeaders.CONTENT_LENGTH)
                ? MultiMap.caseInsensitiveMultiMap()
                        .addAll(sent)
                        .set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED)
                : sent;
    }

    @Override
    public MultiMap headers() {
        return headers;
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }
}
