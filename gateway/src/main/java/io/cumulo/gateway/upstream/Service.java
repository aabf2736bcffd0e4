package io.cumulo.gateway.upstream;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A service behind the gateway.
 *
 * @param name as in the configuration, in {@code incomplete} and in health data
 * @param url base address: scheme, host and port, no path
 * @param paths path prefixes that it answers, such as {@code /v1/companies}
 */
public record Service(String name, URI url, List<String> paths) {

    public Service {
        Objects.requireNonNull(name, "name");
        paths = List.copyOf(paths);
        if (url.getHost() == null
                || !List.of("http", "https").contains(url.getScheme())
                || !List.of("", "/").contains(url.getRawPath())
                || url.getRawQuery() != null
                || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address of " + name + " must be as http://host:port, without a path: " + url);
        }
    }

    /** Whether a normalised path lies under one of the prefixes, on whole segments. */
    public boolean answers(String path) {
        return paths.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    public boolean secure() {
        return url.getScheme().equals("https");
    }

    /** The port, also where the address leaves it to the scheme. */
    public int port() {
        return url.getPort() > 0 ? url.getPort() : secure() ? 443 : 80;
    }

    /** Whether an absolute address points at this service. */
    public boolean owns(URI address) {
        return url.getHost().equalsIgnoreCase(address.getHost())
                && url.getScheme().equalsIgnoreCase(address.getScheme())
                && url.getPort() == address.getPort();
    }

    /** A request to this service; path and method are still to be set. */
    public RequestOptions request() {
        return new RequestOptions().setHost(url.getHost()).setPort(port()).setSsl(secure());
    }
}
