package io.cumulo.kit.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services of the platform, for the occasional question over HTTP. */
@ApplicationScoped
public class Neighbours {

    private static final int CONNECTIONS = 20;
    private static final int WAITING = 200;

    private final HttpClient client;
    private final Duration deadline;
    private final ObjectMapper mapper;

    public Neighbours(
            Vertx vertx,
            ObjectMapper mapper,
            @ConfigProperty(name = "cumulo.neighbour.deadline", defaultValue = "2s") Duration deadline) {
        this.deadline = deadline;
        this.mapper = mapper;
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

    /** What a neighbour answers with 200; fails in all other cases, and after the deadline. */
    public Uni<JsonNode> read(URI address) {
        return find(address)
                .map(found ->
                        found.orElseThrow(() -> new UncheckedIOException(new IOException("nothing at " + address))));
    }

    /** As {@link #read}; empty when the neighbour answers that there is no such thing, or that nothing can be called so (400, 404). */
    public Uni<Optional<JsonNode>> find(URI address) {
        RequestOptions question = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setTimeout(deadline.toMillis());
        return client.request(question)
                .chain(request -> request.send())
                .chain(response -> switch (response.statusCode()) {
                    case 200 -> response.body().map(body -> Optional.of(tree(body.getBytes())));
                    case 400, 404 -> Uni.createFrom().item(Optional.<JsonNode>empty());
                    default ->
                        Uni.createFrom().failure(new IOException(address + " answered " + response.statusCode()));
                });
    }

    private JsonNode tree(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }
}
