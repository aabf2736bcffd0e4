package io.cumulo.gateway.limits;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who asks: the principal of a valid token, or else the address, as far as whoever holds it can't change it at will.
 *
 * @param name distinct among all callers
 * @param authenticated whether a token stands for it
 */
record Caller(String name, boolean authenticated) {

    private static final int IPV6_NETWORK_BYTES = 8;

    static Caller of(RoutingContext context, ClientAddress addresses) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? new Caller(
                        "principal " + user.getSecurityIdentity().getPrincipal().getName(), true)
                : at(addresses.of(context.request()));
    }

    /** @param address an IP address; whatever is none, is one and the same caller */
    static Caller at(String address) {
        return new Caller("address " + network(address), false);
    }

    /** An IPv6 customer is given a network of 64 bits at least, and could take another address of it for each request. */
    private static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "unknown";
        }
        return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }
}
