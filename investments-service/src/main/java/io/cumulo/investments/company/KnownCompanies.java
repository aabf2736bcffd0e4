package io.cumulo.investments.company;

import io.cumulo.kit.neighbour.KnownKeys;
import io.cumulo.kit.neighbour.Neighbours;
import io.cumulo.kit.problem.Fault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which companies there are, as the companies service knows them. */
@ApplicationScoped
public class KnownCompanies {

    private final KnownKeys keys;

    public KnownCompanies(Neighbours neighbours, @ConfigProperty(name = "cumulo.companies.url") URI companies) {
        this.keys = neighbours.keysOf("company", companies.resolve("/v1/companies"));
    }

    /**
     * Checks the members of a body that name companies; within the current transaction.
     *
     * @param named JSON Pointer of each such member, with the company that it names
     * @return a fault for each one that isn't known
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the companies service doesn't answer in time
     */
    public Uni<List<Fault>> require(Map<String, String> named) {
        return keys.require(named);
    }
}
