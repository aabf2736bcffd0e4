package io.cumulo.gateway.upstream;

import io.cumulo.gateway.upstream.Upstreams.Upstream;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The table of routes: which service answers which path. */
@Singleton
public class Services {

    private final Service companies;
    private final Service investments;
    private final Service disputes;

    public Services(Upstreams upstreams) {
        this.companies = service("companies", upstreams.companies());
        this.investments = service("investments", upstreams.investments());
        this.disputes = service("disputes", upstreams.disputes());
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

    private static Service service(String name, Upstream upstream) {
        return new Service(name, upstream.url(), upstream.paths());
    }
}
