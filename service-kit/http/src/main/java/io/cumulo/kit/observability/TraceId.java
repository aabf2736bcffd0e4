package io.cumulo.kit.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;
import org.jboss.logging.MDC;

/** The trace that the current request belongs to (W3C Trace Context): in problems, and as {@code traceId} in every line of the log. */
public final class TraceId {

    /** As the tracer calls it, too. */
    private static final String KEY = "traceId";

    private TraceId() {}

    /** 32 hexadecimal digits; empty outside of any trace. */
    public static Optional<String> current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(span.getTraceId()) : Optional.ofNullable((String) MDC.get(KEY));
    }

    /** Where there is no tracer to do it. */
    public static void begin(String traceId) {
        MDC.put(KEY, traceId);
    }
}
