package io.cumulo.disputes.contract;

import io.cumulo.disputes.docket.ContractSuspensions;
import io.cumulo.disputes.docket.Suspension;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Completes contracts with what others say of them: two queries for a page, however long. */
@ApplicationScoped
public class ContractView {

    private static final String ENDED = """
            select t from TerminationVersion t
            where t.subject in :contracts and t.standing <> :retracted
              and t.validFrom <= :asOf and (t.validTo is null or t.validTo > :asOf)
            """;
    private static final String STANDS = " and t.recordedTo is null";
    private static final String STOOD =
            " and t.recordedFrom <= :knownAt and (t.recordedTo is null or t.recordedTo > :knownAt)";

    private final ContractSuspensions suspensions;

    public ContractView(ContractSuspensions suspensions) {
        this.suspensions = suspensions;
    }

    Uni<List<ShownContract>> of(List<Fact<Contract>> contracts, Moment moment) {
        List<String> keys = contracts.stream().map(Fact::id).toList();
        return suspensions.of(keys, moment).chain(suspended -> terminations(keys, moment)
                .map(ended -> contracts.stream()
                        .map(contract -> shown(
                                contract,
                                suspended.getOrDefault(contract.id(), List.of()),
                                ended.get(contract.id()),
                                moment))
                        .toList()));
    }

    private static ShownContract shown(
            Fact<Contract> contract, List<Suspension> suspensions, ShownContract.Ending ending, Moment moment) {
        boolean suspended = suspensions.stream().anyMatch(suspension -> suspension.covers(moment.asOf()));
        return new ShownContract(contract, suspended, suspensions, ending);
    }

    private static Uni<Map<String, ShownContract.Ending>> terminations(Collection<String> contracts, Moment moment) {
        if (contracts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<TerminationVersion> query = session.createSelectionQuery(
                                    ENDED + (moment.knownAt().isPresent() ? STOOD : STANDS), TerminationVersion.class)
                            .setParameter("contracts", contracts)
                            .setParameter("retracted", Standing.RETRACTED)
                            .setParameter("asOf", moment.asOf());
                    moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
                    return query.getResultList();
                })
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                TerminationVersion::subject, row -> ShownContract.Ending.of(row.toFact()))));
    }
}
