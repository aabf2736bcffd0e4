package io.cumulo.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses requests that don't say once and clearly for which host they are (RFC 9112, section 3.2; links in answers are made of it), or that
 * announce their body in another way than the one that every server knows (section 6.1).
 */
final class HeadCheck {

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    static final String ONE_HOST = "Exactly one host must be named, as name:port";

    private HeadCheck() {}

    /** What is wrong; empty when nothing is. */
    static Optional<String> fault(HttpServerRequest request) {
        return hostFault(request).or(() -> bodyFault(request));
    }

    private static Optional<String> bodyFault(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.isEmpty() || codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked")
                ? Optional.empty()
                : Optional.of("The only transfer coding that is taken is chunked");
    }

    private static Optional<String> hostFault(HttpServerRequest request) {
        List<String> hosts = request.version() == HttpVersion.HTTP_2
                ? List.of(String.valueOf(request.authority()))
                : request.headers().getAll(HttpHeaders.HOST);
        if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0) {
            return Optional.empty();
        }
        if (hosts.size() != 1 || !HOST.matcher(hosts.get(0)).matches()) {
            return Optional.of(ONE_HOST);
        }
        return request.uri().startsWith("/") || targetNames(hosts.get(0), request.uri())
                ? Optional.empty()
                : Optional.of("The request target names another host than the Host header");
    }

    private static boolean targetNames(String host, String target) {
        try {
            return target.equals("*")
                    || host.equalsIgnoreCase(URI.create(target).getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
