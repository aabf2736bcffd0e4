package io.cumulo.gateway.identity;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Whether a request needs no identity: it reads, and shows neither token nor key, and the configuration permits reading to everybody. As soon as
 * one set of permissions says anything else about reading, whatever path it is for, every request is authenticated and authorised.
 */
@Singleton
public class OpenReading {

    private static final String PERMIT = "permit";

    private final boolean toEverybody;

    OpenReading(VertxHttpConfig config) {
        this.toEverybody = config.auth().permissions().values().stream()
                .filter(OpenReading::concernsReading)
                .allMatch(permission -> permission.policy().equals(PERMIT));
    }

    public boolean is(HttpServerRequest request) {
        return toEverybody && reads(request.method()) && !ApiKey.orToken(request);
    }

    private static boolean concernsReading(PolicyMappingConfig permission) {
        List<String> methods = permission.methods().orElse(List.of());
        return permission.enabled().orElse(true)
                && (methods.isEmpty()
                        || methods.stream().map(HttpMethod::valueOf).anyMatch(OpenReading::reads));
    }

    private static boolean reads(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }
}
