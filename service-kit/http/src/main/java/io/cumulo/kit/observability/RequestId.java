package io.cumulo.kit.observability;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * The name by which a client, the gateway and the services speak of one request: on the answer, and as {@code requestId} in every line of the log. A
 * trusted proxy may give it, a client may not: names that somebody chooses aren't distinct.
 */
@ApplicationScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "requestId";

    /** Before everything else, so that whatever is refused has its name too. */
    private static final int FIRST = 1_200;

    /** Set by the server when the next hop is one of the trusted proxies, whatever the client sends. */
    private static final String TRUSTED = "X-Forwarded-Trusted-Proxy";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final boolean behindProxy;

    RequestId(@ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** The name of a request that is being answered. */
    public static String of(RoutingContext context) {
        return context.get(KEY);
    }

    /** The name of the request that is being answered, wherever the code is; empty outside of any. */
    public static Optional<String> current() {
        return Optional.ofNullable((String) MDC.get(KEY));
    }

    void register(@Observes Filters filters) {
        filters.register(this::give, FIRST);
    }

    private void give(RoutingContext context) {
        String id = given(context.request());
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        MDC.put(KEY, id);
        context.next();
    }

    private String given(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        boolean trusted = behindProxy && "true".equals(request.getHeader(TRUSTED));
        return trusted && given != null && SANE.matcher(given).matches() ? given : made();
    }

    /** Needs to be distinct, not secret. */
    private static String made() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
