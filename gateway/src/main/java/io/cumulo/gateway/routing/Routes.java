package io.cumulo.gateway.routing;

import io.cumulo.gateway.caching.AnswerCache;
import io.cumulo.gateway.limits.ClientAddress;
import io.cumulo.gateway.upstream.GatewayProblem;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import io.cumulo.kit.problem.BodyLimits;
import io.cumulo.kit.problem.FailureAnswers;
import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.HttpServer;
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
    private final FailureAnswers answers;
    private final AnswerCache cache;
    private final Exchange.Shared shared;
    private final Map<Service, HttpClient> clients;

    public Routes(
            Services services,
            ProxyLimits limits,
            BodyLimits bodies,
            ClientAddress addresses,
            AnswerCache cache,
            FailureAnswers answers,
            HttpServer server,
            Vertx vertx) {
        this.services = services;
        this.limits = limits;
        this.answers = answers;
        this.cache = cache;
        this.shared = new Exchange.Shared(limits, bodies, addresses, cache, answers);
        Connections.watch(port -> port == server.getPort() || port == server.getSecurePort(), limits.clientPatience());
        // A pool of its own for each service: a slow one uses up its own connections, not the others'.
        this.clients = services.all().stream().collect(Collectors.toMap(Function.identity(), service -> client(vertx)));
    }

    void refuseAmbiguousRequests(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL);
    }

    void route(@Observes Router router) {
        router.route("/v1/*").handler(this::pass);
    }

    private void check(RoutingContext context) {
        if (Refusal.endsConnectionOf(context.request())) {
            return;
        }
        Visit.begin(context.request().connection());
        context.addEndHandler(ended -> Visit.end(context.request().connection()));
        Optional<HttpProblem> problem = HeadCheck.fault(context.request())
                .map(Problem.MALFORMED_REQUEST::because)
                .or(() -> PathCheck.fault(context.request().path()).map(GatewayProblem.AMBIGUOUS_PATH::because));
        if (problem.isPresent()) {
            // Where it is not clear what a request is, it isn't clear either where the next one begins.
            Refusal.closeAfter(context);
            answers.send(context, problem.get());
        } else {
            context.next();
        }
    }

    private void pass(RoutingContext context) {
        Optional<Service> service = services.answering(context.normalizedPath());
        if (service.isPresent() && !cache.answer(context)) {
            HttpClient client = clients.get(service.get());
            new Exchange(context, service.get(), client, shared).pass(client);
        } else if (service.isEmpty()) {
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
