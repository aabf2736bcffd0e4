package io.cumulo.gateway.health;

import io.cumulo.gateway.upstream.Instance;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which services can be reached, and is up whatever the answer: without one of them the gateway still serves the others, and taking it
 * out of the load balancer would bring none of them back.
 */
@Readiness
@ApplicationScoped
public class UpstreamsReachable implements AsyncHealthCheck {

    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private final List<Service> services;
    private final NetClient client;

    public UpstreamsReachable(Services services, Vertx vertx) {
        this.services = services.all();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.join()
                .all(services.stream().map(this::reachable).toList())
                .andFailFast()
                .map(this::response);
    }

    private Uni<Boolean> reachable(Service service) {
        return Uni.join()
                .first(service.instances().stream().map(this::connected).toList())
                .withItem()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Void> connected(Instance instance) {
        return client.connect(instance.port(), instance.url().getHost()).flatMap(NetSocket::close);
    }

    private HealthCheckResponse response(List<Boolean> reachable) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("upstreams").up();
        for (int position = 0; position < services.size(); position++) {
            response.withData(services.get(position).name(), reachable.get(position) ? "reachable" : "unreachable");
        }
        return response.build();
    }
}
