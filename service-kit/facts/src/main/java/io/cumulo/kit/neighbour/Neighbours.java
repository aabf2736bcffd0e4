package io.cumulo.kit.neighbour;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services of the platform, for the occasional question over HTTP. */
@ApplicationScoped
public class Neighbours {

    private static final int CONNECTIONS = 20;
    private static final int WAITING = 200;

    private final HttpClient client;
    private final Duration deadline;

    public Neighbours(
            Vertx vertx, @ConfigProperty(name = "cumulo.neighbour.deadline", defaultValue = "2s") Duration deadline) {
        this.deadline = deadline;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) deadline.toMillis())
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING));
    }

    /**
     * Which keys a neighbour knows.
     *
     * @param kind what the keys name, in the singular: {@code company}
     * @param collection where they live: {@code http://companies:8081/v1/companies}
     */
    public KnownKeys keysOf(String kind, URI collection) {
        return new KnownKeys(kind, collection, client, deadline);
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }
}
