package io.cumulo.kit.observability;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The trace of each request (W3C Trace Context). Where spans are recorded, the tracer writes it; elsewhere what the client sends is passed on as it is, and where
 * it sends nothing that can be read, a trace begins here (section 4.3): what services log can be found by it all the same.
 */
@ApplicationScoped
public class TraceContext {

    private static final String PARENT = "traceparent";
    private static final List<String> HEADERS = List.of(PARENT, "tracestate", "baggage");

    /** Before the access log, which tells it. */
    private static final int FIRST = 1_150;

    private static final Pattern READABLE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final int TRACE_BEGINS = 3;
    private static final int TRACE_ENDS = 35;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (!traced()) {
                        TraceId.begin(parentOf(context.request()).substring(TRACE_BEGINS, TRACE_ENDS));
                    }
                    context.next();
                },
                FIRST);
    }

    /**
     * What goes on to a service.
     *
     * @param headers those that will be sent; changed in place
     */
    public static void rewrite(MultiMap headers) {
        if (traced()) {
            // The tracer adds its own, and doesn't replace.
            HEADERS.forEach(headers::remove);
        } else if (!isReadable(headers.get(PARENT))) {
            headers.remove("tracestate");
            TraceId.current().ifPresent(trace -> headers.set(PARENT, parent(trace)));
        }
    }

    private static boolean traced() {
        return Span.current().getSpanContext().isValid();
    }

    private static String parentOf(HttpServerRequest request) {
        String sent = request.getHeader(PARENT);
        return isReadable(sent) ? sent : parent(hex(16));
    }

    private static boolean isReadable(String parent) {
        return parent != null && READABLE.matcher(parent).matches();
    }

    /** Of a trace that nobody has asked to record. */
    private static String parent(String trace) {
        return "00-" + trace + "-" + hex(8) + "-00";
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
