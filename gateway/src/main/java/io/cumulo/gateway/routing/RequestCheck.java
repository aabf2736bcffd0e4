package io.cumulo.gateway.routing;

import io.cumulo.gateway.observability.KnownMethods;
import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.kit.problem.FailureAnswers;
import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Refuses what two readers could read differently, and the clients that take their time. */
@ApplicationScoped
public class RequestCheck {

    /** Before the kit's filters and before authentication: those read the path too. */
    private static final int BEFORE_ALL = 1_000;

    private final FailureAnswers answers;

    RequestCheck(FailureAnswers answers, HttpServer server, ProxyLimits limits) {
        this.answers = answers;
        Connections.watch(port -> port == server.getPort() || port == server.getSecurePort(), limits.clientPatience());
    }

    void refuseAmbiguousRequests(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL);
    }

    private void check(RoutingContext context) {
        if (Refusal.endsConnectionOf(context.request())) {
            return;
        }
        Visit.begin(context.request().connection());
        context.addEndHandler(ended -> Visit.end(context.request().connection()));
        Optional<HttpProblem> problem = problemOf(context.request());
        if (problem.isPresent()) {
            // Where it is not clear what a request is, it isn't clear either where the next one begins.
            Refusal.closeAfter(context);
            answers.send(context, problem.get());
        } else {
            context.next();
        }
    }

    private static Optional<HttpProblem> problemOf(HttpServerRequest request) {
        if (!KnownMethods.include(request.method().name())) {
            return Optional.of(GatewayProblem.METHOD_UNKNOWN.because(
                    "Resources are read with GET and HEAD, and written with POST and PUT"));
        }
        if (request.decoderResult().cause() instanceof HttpProblem problem) {
            return Optional.of(problem);
        }
        return HeadCheck.fault(request).map(Problem.MALFORMED_REQUEST::because).or(() -> PathCheck.fault(request.path())
                .map(GatewayProblem.AMBIGUOUS_PATH::because));
    }
}
