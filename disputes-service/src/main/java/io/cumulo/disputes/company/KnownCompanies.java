package io.cumulo.disputes.company;

import io.cumulo.kit.neighbour.KnownKeys;
import io.cumulo.kit.neighbour.Neighbours;
import io.cumulo.kit.problem.Fault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which companies there are; the companies service knows. */
@ApplicationScoped
public class KnownCompanies {

    private final KnownKeys keys;

    public KnownCompanies(Neighbours neighbours, @ConfigProperty(name = "cumulo.companies.url") URI companies) {
        this.keys = neighbours.keysOf("company", companies.resolve("/v1/companies"));
    }

    /**
     * Checks a fact that names companies; within the current transaction.
     *
     * @param named JSON Pointer of each member that names a company, with the name
     * @return a fault for each name that isn't known
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the companies service can't say
     */
    public Uni<List<Fault>> require(Map<String, String> named) {
        return keys.require(named);
    }
}
