package io.cumulo.gateway.routing;

import io.cumulo.gateway.caching.AnswerCache;
import io.cumulo.gateway.identity.OpenReading;
import io.cumulo.gateway.limits.ClientAddress;
import io.cumulo.gateway.limits.RateLimiting;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import io.cumulo.kit.problem.BodyLimits;
import io.cumulo.kit.problem.FailureAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Sends each path under {@code /v1} to the service that answers it; the bytes pass through untouched and unbuffered, both ways. */
@ApplicationScoped
public class Routes {

    /** After all that is checked of every request, cross-origin use included (300), and before authentication (200). */
    private static final int BEFORE_IDENTITY = 250;

    private final Services services;
    private final AnswerCache cache;
    private final Exchange.Shared shared;
    private final OriginClients clients;

    public Routes(
            Services services,
            ProxyLimits limits,
            BodyLimits bodies,
            ClientAddress addresses,
            AnswerCache cache,
            FailureAnswers answers,
            Vertx vertx) {
        this.services = services;
        this.cache = cache;
        this.shared = new Exchange.Shared(limits, bodies, addresses, cache, answers);
        this.clients = new OriginClients(vertx, limits);
    }

    /** Most requests read what is open to everybody. They take the short way, which costs the gateway a quarter less. */
    void routeOpenReading(@Observes Filters filters, OpenReading open, RateLimiting rates) {
        filters.register(
                context -> {
                    Optional<Service> service = open.is(context.request()) && !BoundedBody.announced(context.request())
                            ? services.answering(context.normalizedPath())
                            : Optional.empty();
                    if (service.isEmpty()) {
                        context.next();
                    } else if (rates.admits(context)) {
                        pass(context, service.get());
                    }
                },
                BEFORE_IDENTITY);
    }

    void route(@Observes Router router) {
        router.route("/v1/*").handler(context -> services.answering(context.normalizedPath())
                .ifPresentOrElse(service -> pass(context, service), context::next));
    }

    private void pass(RoutingContext context, Service service) {
        if (!cache.answer(context)) {
            HttpClient client = clients.to(service);
            new Exchange(context, service, client, shared).pass(client);
        }
    }
}
