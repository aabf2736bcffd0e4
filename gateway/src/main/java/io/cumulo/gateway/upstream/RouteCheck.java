package io.cumulo.gateway.upstream;

import io.cumulo.gateway.upstream.Upstreams.Upstream;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks through the configured routes before the first request: one that can't work stops the start, with everything that is wrong in one message. */
final class RouteCheck {

    private static final Pattern PREFIX = Pattern.compile("/v1(/[a-z0-9]+(-[a-z0-9]+)*)+");

    private final List<String> faults = new ArrayList<>();
    private final List<Route> seen = new ArrayList<>();

    private record Route(String upstream, String path) {}

    private RouteCheck() {}

    static void check(Map<String, Upstream> upstreams) {
        RouteCheck check = new RouteCheck();
        upstreams.forEach(check::checkUpstream);
        if (!check.faults.isEmpty()) {
            throw new ConfigurationException(
                    "The routes of the gateway can't be used: " + String.join("; ", check.faults));
        }
    }

    private void checkUpstream(String name, Upstream upstream) {
        upstream.url().forEach(url -> checkAddress(name, url));
        if (new LinkedHashSet<>(upstream.url()).size() < upstream.url().size()) {
            fault(name, "url", "names an address twice");
        }
        upstream.paths().forEach(path -> checkPath(name, path));
    }

    private void checkAddress(String name, URI url) {
        if (url.getHost() == null
                || !List.of("http", "https").contains(url.getScheme())
                || !List.of("", "/").contains(url.getRawPath())
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null
                || url.getPort() == 0
                || url.getPort() > 0xFFFF) {
            fault(name, "url", "must be as http://host:port, without a path, and isn't: " + url);
        }
    }

    private void checkPath(String name, String path) {
        if (!PREFIX.matcher(path).matches()) {
            fault(name, "paths", "must be as /v1/name, and isn't: " + path);
        }
        seen.stream()
                .filter(other -> Service.under(other.path(), path) || Service.under(path, other.path()))
                .forEach(other -> fault(
                        name,
                        "paths",
                        path + " overlaps with " + other.path() + ", which goes to " + other.upstream()));
        seen.add(new Route(name, path));
    }

    private void fault(String name, String option, String fault) {
        faults.add("cumulo.upstreams." + name + "." + option + " " + fault);
    }
}
