package io.cumulo.kit.operation;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends clients away while the process is told to stop and still answers. Taking it out of the load balancer keeps new connections away; those that are
 * kept open would go on bringing requests until the last moment, so each answer now closes its connection (RFC 9112, 9.6). Whoever comes all the same is refused
 * for the last part of the delay: what was begun before is answered, and no request is cut off when the connections are closed.
 */
@ApplicationScoped
public class Draining {

    /** Around everything else: whatever answers. */
    private static final int AROUND_ALL = 10_000;

    /** Most answers take a few milliseconds; those that take longer are waited for after the delay. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final HttpServer server;
    private final Optional<Duration> delay;
    private volatile boolean draining;

    Draining(
            Vertx vertx, HttpServer server, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.vertx = vertx;
        this.server = server;
        this.delay = delay;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent told) {
        draining = true;
        delay.map(whole -> whole.minus(LAST_ANSWERS).toMillis())
                .filter(millis -> millis > 0)
                .ifPresent(millis -> vertx.setTimer(millis, now -> Listening.end(server.getPort())));
    }

    void register(@Observes Filters filters) {
        Listening.remember();
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
