package io.cumulo.kit.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds the trace id (W3C trace context) to every problem, so that a reader's complaint leads to the log line. */
@ApplicationScoped
public class TraceIds implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() && !problem.getParameters().containsKey("traceId")
                ? HttpProblem.builder(problem)
                        .with("traceId", span.getTraceId())
                        .build()
                : problem;
    }
}
