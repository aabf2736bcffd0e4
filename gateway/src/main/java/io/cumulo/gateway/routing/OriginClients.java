package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.Service;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The connections to the services. Each service has its own: a slow one uses up its own connections, not the others'. And each event loop
 * has its own, so that a request and its answer stay on the loop that serves the client: a connection of another loop would have both handed over
 * from thread to thread.
 */
final class OriginClients {

    private final Vertx vertx;
    private final ProxyLimits limits;
    private final FastThreadLocal<Map<Service, HttpClient>> clients = new FastThreadLocal<>() {
        @Override
        protected Map<Service, HttpClient> initialValue() {
            return new HashMap<>();
        }
    };

    OriginClients(Vertx vertx, ProxyLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** Of the event loop that calls. */
    HttpClient to(Service service) {
        return clients.get().computeIfAbsent(service, unknown -> create());
    }

    private HttpClient create() {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) limits.connectTimeout().toMillis())
                .setIdleTimeout((int) limits.idleTimeout().toSeconds())
                .setKeepAliveTimeout((int) limits.keepAlive().toSeconds());
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(share(limits.maxConnections()))
                .setMaxWaitQueueSize(share(limits.maxWaiting()));
        return vertx.createHttpClient(options, pool);
    }

    /** What one event loop may have of what all may have together. */
    private int share(int ofAll) {
        long loops = StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .count();
        return Math.max(1, (int) (ofAll / loops));
    }
}
