package io.cumulo.disputes.intake;

import io.cumulo.disputes.company.CompanyDirectory;
import io.cumulo.disputes.company.KnownCompanies;
import io.cumulo.kit.neighbour.Bearers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which companies the organizations in files are: those whose identifier one company bears, by the companies service. Names prove nothing. */
@ApplicationScoped
public class Organizations {

    /** A file may name any number of organizations; of one entry so many are looked up, those that count first. */
    private static final int MAX_LOOKUPS = 50;

    private static final int AT_ONCE = 8;

    private final CompanyDirectory directory;
    private final KnownCompanies companies;

    Organizations(CompanyDirectory directory, KnownCompanies companies) {
        this.directory = directory;
        this.companies = companies;
    }

    /**
     * The companies' keys, of those organizations that are known; within the current transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the companies service can't say: nothing is recorded on a guess
     */
    public Uni<Map<OrganizationId, String>> known(Collection<OrganizationId> ids) {
        List<OrganizationId> asked = ids.stream()
                .filter(OrganizationId::canBeKnown)
                .distinct()
                .limit(MAX_LOOKUPS)
                .toList();
        return Multi.createFrom()
                .iterable(asked.stream().filter(id -> id.key().isEmpty()).toList())
                .onItem()
                .transformToUni(id -> lookedUp(id).map(company -> Map.entry(id, company)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .chain(answers -> ours(asked).map(ours -> {
                    List<Map.Entry<OrganizationId, Optional<String>>> all = new ArrayList<>(answers);
                    all.addAll(ours);
                    return all.stream()
                            .filter(answer -> answer.getValue().isPresent())
                            .collect(Collectors.toMap(Map.Entry::getKey, answer -> answer.getValue()
                                    .get()));
                }));
    }

    /** Files of ours name companies by our own keys. */
    private Uni<List<Map.Entry<OrganizationId, Optional<String>>>> ours(List<OrganizationId> asked) {
        Map<String, String> keys = asked.stream()
                .flatMap(id -> id.key().stream())
                .distinct()
                .collect(Collectors.toMap(key -> "/" + key, key -> key));
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return companies.require(keys).map(unknown -> asked.stream()
                .filter(id -> id.key().isPresent())
                .filter(id -> unknown.stream().noneMatch(fault -> fault.pointer()
                        .equals("/" + id.key().get())))
                .map(id -> Map.entry(id, id.key()))
                .toList());
    }

    private Uni<Optional<String>> lookedUp(OrganizationId id) {
        return directory.bearers(id.identifier()).map(Bearers::only);
    }
}
