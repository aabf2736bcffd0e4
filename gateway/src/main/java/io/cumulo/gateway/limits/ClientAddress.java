package io.cumulo.gateway.limits;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
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
        return "true".equals(request.getHeader(TRUSTED))
                ? forwarded(request.headers().getAll(FORWARDED))
                : request.connection().remoteAddress().hostAddress();
    }

    private String forwarded(List<String> headers) {
        String[] addresses = String.join(",", headers).split(",");
        String address = addresses[Math.max(0, addresses.length - hops)].strip();
        return NetUtil.isValidIpV4Address(address) || NetUtil.isValidIpV6Address(address) ? address : "unknown";
    }
}
