package io.cumulo.gateway.limits;

import io.netty.util.NetUtil;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. Behind trusted proxies that is what they say, and they say it at the end of {@code X-Forwarded-For}: each appends the
 * address it was asked from, and what stands before was sent by the client, who may write anything.
 */
@Singleton
public class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";

    /** Set by the server when it was asked by one of the trusted proxies, whatever the client sends. */
    private static final String TRUSTED = "X-Forwarded-Trusted-Proxy";

    private final boolean behindProxy;
    private final int hops;
    private final AtomicBoolean named = new AtomicBoolean();

    ClientAddress(
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean behindProxy,
            RateLimits limits) {
        this.behindProxy = behindProxy;
        this.hops = limits.proxies();
    }

    /** An IP address, or {@code unknown}. */
    public String of(HttpServerRequest request) {
        if (!behindProxy) {
            return request.remoteAddress() == null
                    ? "unknown"
                    : request.remoteAddress().hostAddress();
        }
        if ("true".equals(request.getHeader(TRUSTED))) {
            return forwarded(request.headers().getAll(FORWARDED));
        }
        String asking = request.connection().remoteAddress().hostAddress();
        if (request.headers().contains(FORWARDED) && !named.getAndSet(true)) {
            Log.warnf(
                    "%s isn't believed about its clients, and so all whom it names in X-Forwarded-For are one caller with one budget."
                            + " A proxy of yours has to be in cumulo.gateway.addresses. (Said once.)",
                    asking);
        }
        return asking;
    }

    private String forwarded(List<String> headers) {
        String[] addresses = String.join(",", headers).split(",");
        String address = addresses[Math.max(0, addresses.length - hops)].strip();
        return NetUtil.isValidIpV4Address(address) || NetUtil.isValidIpV6Address(address) ? address : "unknown";
    }
}
