package io.cumulo.kit.problem;

import io.cumulo.kit.observability.TraceId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Completes the problems that frameworks raise (no such path, method, media type …) with the catalogue's type, title and a detail for a person, and
 * all problems with the trace id (W3C trace context), so that a reader's complaint leads to the log line.
 */
@ApplicationScoped
public class CompleteProblems implements ProblemPostProcessor {

    private static final Map<Problem, String> DETAILS = Map.of(
            Problem.NOT_FOUND, "Nothing is served at this path",
            Problem.METHOD_NOT_ALLOWED, "The resource doesn't know this method",
            Problem.NOT_ACCEPTABLE, "The resource has no representation of the accepted types",
            Problem.UNSUPPORTED_MEDIA_TYPE, "The body's media type isn't taken here; send application/json",
            Problem.INTERNAL, "Something went wrong on our side; the trace id leads us to it");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem complete = problem.getType() == null ? catalogued(problem) : problem;
        HttpProblem.Builder completed = HttpProblem.builder(complete).withInstance(instance(context.path));
        TraceId.current()
                .filter(known -> !complete.getParameters().containsKey("traceId"))
                .ifPresent(traceId -> completed.with("traceId", traceId));
        return completed.build();
    }

    /** The path as a reference (RFC 3986): what was asked for may hold any letter. The library writes an instance decoded, so it is encoded for it. */
    private static URI instance(String path) {
        try {
            return InstanceUtils.pathToInstance(new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException noPath) {
            return InstanceUtils.pathToInstance("/");
        }
    }

    private static HttpProblem catalogued(HttpProblem problem) {
        Optional<Problem> known = Arrays.stream(Problem.values())
                .filter(kind -> kind.status() == problem.getStatusCode() && DETAILS.containsKey(kind))
                .findFirst();
        return known.map(kind -> HttpProblem.builder(problem)
                        .withType(kind.type())
                        .withTitle(kind.title())
                        .withDetail(DETAILS.get(kind))
                        .build())
                .orElse(problem);
    }
}
