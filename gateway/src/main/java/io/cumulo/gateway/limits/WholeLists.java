package io.cumulo.gateway.limits;

import io.cumulo.kit.accept.Accepted;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who is answered a list whole, and not a page at a time: whoever likes that better, by the rule that the services go by. */
final class WholeLists {

    private static final MediaType PAGE = MediaType.APPLICATION_JSON_TYPE;
    private static final List<MediaType> FORMATS =
            List.of(PAGE, new MediaType("application", "x-ndjson"), new MediaType("text", "csv"));

    private WholeLists() {}

    static boolean areAskedFor(HttpServerRequest request) {
        return Accepted.of(request.headers().getAll(HttpHeaders.ACCEPT))
                .best(FORMATS)
                .filter(best -> !best.equals(PAGE))
                .isPresent();
    }
}
