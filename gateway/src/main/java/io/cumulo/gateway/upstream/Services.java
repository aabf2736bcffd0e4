package io.cumulo.gateway.upstream;

import io.cumulo.gateway.upstream.Upstreams.Upstream;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of routes: which service answers which path. */
@Singleton
public class Services {

    private final Service companies;
    private final Service investments;
    private final Service disputes;

    /** @throws io.quarkus.runtime.configuration.ConfigurationException with everything that is wrong: the gateway doesn't start */
    public Services(Upstreams upstreams, BreakerLimits limits) {
        Map<String, Upstream> named = new LinkedHashMap<>();
        named.put("companies", upstreams.companies());
        named.put("investments", upstreams.investments());
        named.put("disputes", upstreams.disputes());
        RouteCheck.check(named);
        this.companies = service("companies", named, limits);
        this.investments = service("investments", named, limits);
        this.disputes = service("disputes", named, limits);
    }

    public Service companies() {
        return companies;
    }

    public Service investments() {
        return investments;
    }

    public Service disputes() {
        return disputes;
    }

    public List<Service> all() {
        return List.of(companies, investments, disputes);
    }

    /** The service that answers a normalised path, if one does. */
    public Optional<Service> answering(String path) {
        return all().stream().filter(service -> service.answers(path)).findFirst();
    }

    private static Service service(String name, Map<String, Upstream> named, BreakerLimits limits) {
        return new Service(name, named.get(name).url(), named.get(name).paths(), limits);
    }
}
