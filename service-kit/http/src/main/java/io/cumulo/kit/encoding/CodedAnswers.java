package io.cumulo.kit.encoding;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells apart what the server sends coded from what it sends as it is: by Vary, and by entity tags. Resources know only the tags of what isn't coded, and may be
 * asked by either.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.http.enable-compression", stringValue = "true")
class CodedAnswers {

    private static final int BEFORE_RESOURCES = 100;
    private static final List<CharSequence> CONDITIONS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

    void register(@Observes Filters filters) {
        filters.register(CodedAnswers::handle, BEFORE_RESOURCES);
    }

    private static void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        boolean knowsCoded = known != null && Gzip.isNamedBy(known);
        CONDITIONS.forEach(condition -> uncode(request.headers(), condition));
        context.addHeadersEndHandler(end -> mark(request, knowsCoded));
        context.next();
    }

    private static void uncode(MultiMap headers, CharSequence condition) {
        List<String> values = headers.getAll(condition);
        if (values.stream().anyMatch(Gzip::isNamedBy)) {
            headers.set(
                    condition, values.stream().<CharSequence>map(Gzip::uncoded).toList());
        }
    }

    private static void mark(HttpServerRequest request, boolean knowsCoded) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        // The server codes what doesn't say that it is as it is.
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        headers.set(HttpHeaders.VARY, varying(headers.getAll(HttpHeaders.VARY)));
        String tag = headers.get(HttpHeaders.ETAG);
        boolean unchanged = response.getStatusCode() == 304;
        if (tag != null && (unchanged ? knowsCoded : isCoded(request))) {
            headers.set(HttpHeaders.ETAG, Gzip.tag(tag));
        }
        if (request.method() == HttpMethod.HEAD && !unchanged && isCoded(request)) {
            // The server codes what it sends, and here it sends nothing; how long it would be isn't known.
            headers.set(HttpHeaders.CONTENT_ENCODING, Gzip.NAME).remove(HttpHeaders.CONTENT_LENGTH);
        }
    }

    private static String varying(List<String> told) {
        return Stream.concat(told.stream(), Stream.of("Accept-Encoding")).collect(Collectors.joining(", "));
    }

    private static boolean isCoded(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_1_0 && Gzip.isTakenBy(request.headers());
    }
}
