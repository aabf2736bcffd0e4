package io.cumulo.gateway.identity;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Whether a request needs no identity: it reads, and shows neither token nor key, and the configuration permits reading to everybody. As soon as
 * it says anything else about reading at one path, every request is authenticated and authorised: also where a set of permissions names a path for
 * other methods only, since Quarkus then denies the rest.
 */
@Singleton
public class OpenReading {

    private static final String PERMIT = "permit";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final boolean toEverybody;

    OpenReading(VertxHttpConfig config) {
        List<PolicyMappingConfig> permissions = config.auth().permissions().values().stream()
                .filter(permission -> permission.enabled().orElse(true))
                .toList();
        this.toEverybody = permissions.stream()
                .flatMap(permission -> permission.paths().stream().flatMap(List::stream))
                .distinct()
                .allMatch(path -> READING.stream().allMatch(method -> permits(permissions, path, method)));
    }

    public boolean is(HttpServerRequest request) {
        return toEverybody && READING.contains(request.method()) && !ApiKey.orToken(request);
    }

    private static boolean permits(List<PolicyMappingConfig> permissions, String path, HttpMethod method) {
        List<PolicyMappingConfig> concerned = permissions.stream()
                .filter(permission -> permission.paths().stream().anyMatch(paths -> paths.contains(path)))
                .filter(permission -> permission
                        .methods()
                        .filter(named -> !named.isEmpty())
                        .map(named -> named.contains(method.name()))
                        .orElse(true))
                .toList();
        return !concerned.isEmpty()
                && concerned.stream().allMatch(permission -> permission.policy().equals(PERMIT));
    }
}
