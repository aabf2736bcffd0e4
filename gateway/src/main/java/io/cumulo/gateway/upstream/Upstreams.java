package io.cumulo.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;

/** The three services behind the gateway. */
@ConfigMapping(prefix = "cumulo.upstreams")
public interface Upstreams {

    /** Who the companies are. */
    Upstream companies();

    /** What they pledge and spend. */
    Upstream investments();

    /** What they contract and litigate. */
    Upstream disputes();

    /** Where one service is, and what it answers. */
    interface Upstream {

        /**
         * Base addresses of the service: scheme, host and port, no path. One is enough where a Kubernetes Service or DNS spreads the load; of
         * several, separated by commas, each request goes to the one with the fewest in progress. From {@code CUMULO_COMPANIES_URL} and its like.
         */
        List<URI> url();

        /** Path prefixes that go to this service, matched on whole segments; no two may overlap. */
        List<String> paths();
    }
}
