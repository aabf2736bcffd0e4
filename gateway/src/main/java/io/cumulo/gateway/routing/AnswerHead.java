package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.Service;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;

/** The head of an answer as a client sees it: nothing of the service's address or make, and what the gateway has set stands. */
final class AnswerHead {

    private static final List<String> MAKE = List.of("server", "x-powered-by");
    private static final List<String> ADDRESSES = List.of("location", "content-location");

    private AnswerHead() {}

    /** @param headers the service's headers; changed in place */
    static void rewrite(MultiMap headers, HttpServerRequest request, Service service) {
        HopByHop.strip(headers);
        MAKE.forEach(headers::remove);
        request.response().headers().forEach((name, value) -> headers.remove(name));
        for (String name : ADDRESSES) {
            String address = headers.get(name);
            if (address != null) {
                headers.set(name, asSeenFromOutside(address, request, service));
            }
        }
    }

    private static String asSeenFromOutside(String address, HttpServerRequest request, Service service) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() == null || !service.owns(uri)) {
                return address;
            }
            String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return request.authority() == null ? path : request.scheme() + "://" + request.authority() + path;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
