package io.cumulo.disputes.docket;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps {@code suspending_order} what the fold of each docket says, in the transaction of the entry that changes it. */
@ApplicationScoped
public class SuspendingOrders {

    /** Ends what is no longer so and records what is so now. */
    Uni<Void> follow(String dispute, DisputeState state) {
        List<SuspendingOrder> now = Stream.concat(state.ended().stream(), state.inForce().stream())
                .filter(CourtOrder::suspends)
                .filter(CourtOrder::lasted)
                .map(order -> SuspendingOrder.of(dispute, order))
                .toList();
        return standing(dispute).chain(before -> close(without(before, now)).chain(() -> insert(without(now, before))));
    }

    private static List<SuspendingOrder> without(List<SuspendingOrder> orders, List<SuspendingOrder> others) {
        return orders.stream()
                .filter(order -> others.stream().noneMatch(order::saysTheSameAs))
                .toList();
    }

    private static Uni<List<SuspendingOrder>> standing(String dispute) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select o from SuspendingOrder o where o.dispute = :dispute and o.recordedTo is null",
                        SuspendingOrder.class)
                .setParameter("dispute", dispute)
                .getResultList());
    }

    private static Uni<Void> close(Collection<SuspendingOrder> orders) {
        List<UUID> ids = orders.stream().map(order -> order.id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "update suspending_order set recorded_to = recorded_at() where id in (:ids)")
                                .setParameter("ids", ids)
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private static Uni<Void> insert(List<SuspendingOrder> orders) {
        return Panache.getSession()
                .chain(session -> session.persistAll(orders.toArray()).chain(session::flush));
    }
}
