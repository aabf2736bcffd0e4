package io.cumulo.gateway.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Under which identity a request goes on to a service: that of its own token, that of a key's holder, or none. */
public final class PassedIdentity {

    private static final String TOKEN = PassedIdentity.class.getName();

    private PassedIdentity() {}

    static void pass(RoutingContext context, String token) {
        context.put(TOKEN, token);
    }

    /** @param headers those that will be sent; changed in place */
    public static void rewrite(MultiMap headers, RoutingContext context) {
        ApiKey.strip(headers);
        String token = context.get(TOKEN);
        if (token != null) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }
}
