package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** When contracts were suspended, as the dockets of all disputes about them say. */
@ApplicationScoped
public class ContractSuspensions {

    private static final String KNOWN_NOW = " and o.recordedTo is null";
    private static final String KNOWN_THEN =
            " and o.recordedFrom <= :knownAt and (o.recordedTo is null or o.recordedTo > :knownAt)";
    private static final String MADE = "o.startsOn <= :asOf and (o.disputeFrom is null or o.disputeFrom <= :asOf)";

    /**
     * The suspensions of each of these contracts until the day, by what was recorded until the instant, read in one query. Orders of several
     * disputes that overlap make one suspension.
     *
     * @return by key of the contract, those without suspensions left out; entries are named by their paths
     */
    public Uni<Map<String, List<Suspension>>> of(Collection<String> contracts, Moment moment) {
        if (contracts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<ContractOrder> query = session.createSelectionQuery(
                                    "select o from ContractOrder o where o.contract in :contracts and " + MADE
                                            + known(moment) + " order by o.endsOn, o.dispute, o.entry",
                                    ContractOrder.class)
                            .setParameter("contracts", contracts)
                            .setParameter("asOf", moment.asOf());
                    moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
                    return query.getResultList();
                })
                .map(orders -> orders.stream()
                        .collect(Collectors.groupingBy(
                                order -> order.contract,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(order -> order.asOf(moment.asOf()), Collectors.toList()),
                                        Suspensions::under))));
    }

    /**
     * A condition in HQL that holds for a contract that is suspended on the day.
     *
     * @param contract HQL for the contract's key; {@code :asOf} and, if the moment has one, {@code :knownAt} must be bound
     */
    public static String suspends(String contract, Moment moment) {
        return "exists (select 1 from ContractOrder o where o.contract = " + contract + " and " + MADE
                + " and (o.endsOn is null or o.endsOn > :asOf)" + known(moment) + ")";
    }

    private static String known(Moment moment) {
        return moment.knownAt().isPresent() ? KNOWN_THEN : KNOWN_NOW;
    }
}
