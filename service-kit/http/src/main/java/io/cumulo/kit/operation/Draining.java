package io.cumulo.kit.operation;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sends clients away while the process is told to stop and still answers. Taking it out of the load balancer keeps new connections away; those that are
 * kept open would go on bringing requests until the last moment, so each answer now closes its connection (RFC 9112, 9.6).
 */
@ApplicationScoped
public class Draining {

    /** Around everything else: whatever answers. */
    private static final int AROUND_ALL = 10_000;

    private volatile boolean draining;

    void begin(@Observes ShutdownDelayInitiatedEvent told) {
        draining = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::closeWhenDraining, AROUND_ALL);
    }

    private void closeWhenDraining(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.addHeadersEndHandler(headers -> {
                if (draining) {
                    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                }
            });
        }
        context.next();
    }
}
