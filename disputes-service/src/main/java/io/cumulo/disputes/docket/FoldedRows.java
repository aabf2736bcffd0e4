package io.cumulo.disputes.docket;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Keeps a table what the folds of dockets say, in the transaction that changes one: what is no longer so ends, what is so now begins, and any
 * past moment of both clocks can still be asked.
 */
final class FoldedRows<R extends FoldedRow> {

    /** Which orders suspend performance. */
    static final FoldedRows<SuspendingOrder> ORDERS = new FoldedRows<>(SuspendingOrder.class);

    /** Which phase each dispute was in. */
    static final FoldedRows<DisputePhase> PHASES = new FoldedRows<>(DisputePhase.class);

    private final Class<R> entity;

    private FoldedRows(Class<R> entity) {
        this.entity = entity;
    }

    /** Both tables. */
    static Uni<Void> follow(String dispute, DocketEntries docket) {
        return ORDERS.follow(dispute, SuspendingOrder.allOf(dispute, docket.state()))
                .chain(() -> PHASES.follow(
                        dispute,
                        DisputePhase.allOf(dispute, PhasePeriod.of(Docket.inOrder(docket.all(), LocalDate.MAX)))));
    }

    private Uni<Void> follow(String dispute, List<R> now) {
        return standing(dispute).chain(before -> end(without(before, now)).chain(() -> begin(without(now, before))));
    }

    private static <R extends FoldedRow> List<R> without(List<R> rows, List<R> others) {
        return rows.stream()
                .filter(row ->
                        others.stream().noneMatch(other -> other.content().equals(row.content())))
                .toList();
    }

    private Uni<List<R>> standing(String dispute) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select r from " + entity.getName() + " r where r.dispute = :dispute and r.recordedTo is null",
                        entity)
                .setParameter("dispute", dispute)
                .getResultList());
    }

    private Uni<Void> end(Collection<R> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery("update "
                                        + entity.getAnnotation(Table.class).name()
                                        + " set recorded_to = recorded_at() where id in (:ids)")
                                .setParameter("ids", ids)
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private static Uni<Void> begin(List<? extends FoldedRow> rows) {
        return Panache.getSession()
                .chain(session -> session.persistAll(rows.toArray()).chain(session::flush));
    }
}
