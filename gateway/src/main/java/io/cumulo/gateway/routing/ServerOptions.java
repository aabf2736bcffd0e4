package io.cumulo.gateway.routing;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Learns how the server is set to read requests: {@link StrictDecoder} reads them in the same way, but for one thing. */
@Singleton
public class ServerOptions implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        Connections.read(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        Connections.read(options);
    }
}
