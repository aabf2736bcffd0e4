package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import io.cumulo.kit.problem.BodyLimits;
import io.cumulo.kit.problem.FailureAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends each path under {@code /v1} to the service that answers it; the bytes pass through untouched and unbuffered, both ways. */
@ApplicationScoped
public class Routes {

    /** Before the kit's filters and before authentication: those read the path too. */
    private static final int BEFORE_ALL = 1_000;

    private final Services services;
    private final ProxyLimits limits;
    private final BodyLimits bodies;
    private final FailureAnswers answers;
    private final Map<Service, HttpClient> clients;

    public Routes(Services services, ProxyLimits limits, BodyLimits bodies, FailureAnswers answers, Vertx vertx) {
        this.services = services;
        this.limits = limits;
        this.bodies = bodies;
        this.answers = answers;
        // A pool of its own for each service: a slow one uses up its own connections, not the others'.
        this.clients = services.all().stream().collect(Collectors.toMap(Function.identity(), service -> client(vertx)));
    }

    void refuseAmbiguousPaths(@Observes Filters filters) {
        filters.register(this::checkPath, BEFORE_ALL);
    }

    void route(@Observes Router router) {
        router.route("/v1/*").handler(this::pass);
    }

    private void checkPath(RoutingContext context) {
        Optional<String> fault = PathCheck.fault(context.request().path());
        if (fault.isPresent()) {
            answers.send(context, GatewayProblem.AMBIGUOUS_PATH.because(fault.get()));
        } else {
            context.next();
        }
    }

    private void pass(RoutingContext context) {
        Optional<Service> service = services.answering(context.normalizedPath());
        if (service.isPresent()) {
            new Exchange(context, service.get(), limits, bodies.of(context.normalizedPath()), answers)
                    .pass(clients.get(service.get()));
        } else {
            context.next();
        }
    }

    private HttpClient client(Vertx vertx) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) limits.connectTimeout().toMillis())
                .setIdleTimeout((int) limits.idleTimeout().toSeconds())
                .setKeepAliveTimeout((int) limits.keepAlive().toSeconds());
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(limits.maxConnections()).setMaxWaitQueueSize(limits.maxWaiting());
        return vertx.createHttpClient(options, pool);
    }
}
