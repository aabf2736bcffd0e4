package io.cumulo.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Headers that speak of one connection only (RFC 9110, section 7.6.1): the library drops its own list on the way in, and less on the way out. */
final class HopByHop {

    private static final List<String> ALWAYS = List.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");

    private HopByHop() {}

    /** Removes them, and those that the Connection header names. */
    static void strip(MultiMap headers) {
        List<String> named = headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        named.forEach(headers::remove);
        ALWAYS.forEach(headers::remove);
    }
}
