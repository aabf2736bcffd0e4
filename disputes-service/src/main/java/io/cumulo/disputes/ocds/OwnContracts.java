package io.cumulo.disputes.ocds;

import io.cumulo.disputes.contract.Amendment;
import io.cumulo.disputes.contract.Award;
import io.cumulo.disputes.contract.Contract;
import io.cumulo.disputes.contract.Milestone;
import io.cumulo.disputes.contract.Termination;
import io.cumulo.disputes.dispute.Dispute;
import io.cumulo.disputes.docket.EntryKind;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.fact.Standing;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is recorded of a contract and of the disputes about it, over all of its time until a day; in the current session. */
@ApplicationScoped
class OwnContracts {

    private static final int MAX_FACTS = 1000;
    private static final String STANDS = " and v.recordedTo is null";
    private static final String STOOD =
            " and v.recordedFrom <= :knownAt and (v.recordedTo is null or v.recordedTo > :knownAt)";

    /** Entries after which a dispute is where it was before. */
    private static final List<EntryKind> UNEVENTFUL =
            List.of(EntryKind.ANSWER, EntryKind.MOTION, EntryKind.HEARING, EntryKind.ORDER);

    /**
     * A fact while it held.
     *
     * @param to first day on which it held no more; null: it still does
     */
    record Told<B>(String id, B body, LocalDate from, LocalDate to, Instant recordedAt) {

        boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    /** All that is recorded. */
    record Account(
            List<Told<Contract>> contract,
            List<Told<Award>> awards,
            List<Told<Amendment>> amendments,
            List<Told<Milestone>> milestones,
            List<Told<Termination>> terminations,
            List<Told<Dispute>> disputes,
            List<LocalDate> docketDays) {}

    Uni<Account> of(String contract, Moment moment) {
        return this.<Contract>facts("Contract", contract, moment)
                .chain(versions -> this.<Award>facts("Award", contract, moment)
                        .chain(awards -> this.<Amendment>facts("Amendment", contract, moment)
                                .chain(amendments -> this.<Milestone>facts("Milestone", contract, moment)
                                        .chain(milestones -> this.<Termination>facts("Termination", contract, moment)
                                                .chain(terminations -> disputes(contract, moment)
                                                        .chain(disputes -> docketDays(disputes, moment)
                                                                .map(days -> new Account(
                                                                        versions,
                                                                        awards,
                                                                        amendments,
                                                                        milestones,
                                                                        terminations,
                                                                        disputes,
                                                                        days))))))));
    }

    private <B extends FactBody> Uni<List<Told<B>>> facts(String kind, String contract, Moment moment) {
        return told(kind, "v.subject = :key", contract, moment);
    }

    Uni<List<Told<Dispute>>> disputes(String contract, Moment moment) {
        return told("Dispute", "v.body.contract = :key", contract, moment);
    }

    @SuppressWarnings("unchecked")
    private static <B extends FactBody> Uni<List<Told<B>>> told(
            String kind, String condition, String key, Moment moment) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query = session.createSelectionQuery(
                                    "select v.factId, v.body, v.validFrom, v.validTo, v.recordedFrom from " + kind
                                            + "Version v where " + condition
                                            + " and v.standing <> :retracted and (v.validFrom is null or v.validFrom <= :asOf)"
                                            + (moment.knownAt().isPresent() ? STOOD : STANDS)
                                            + " order by v.validFrom nulls first, v.factId",
                                    Object[].class)
                            .setParameter("key", key)
                            .setParameter("retracted", Standing.RETRACTED)
                            .setParameter("asOf", moment.asOf());
                    moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
                    return query.setMaxResults(MAX_FACTS).getResultList();
                })
                .map(rows -> rows.stream()
                        .map(row -> new Told<>(
                                (String) row[0], (B) row[1], (LocalDate) row[2], (LocalDate) row[3], (Instant) row[4]))
                        .toList());
    }

    private static Uni<List<LocalDate>> docketDays(Collection<Told<Dispute>> disputes, Moment moment) {
        if (disputes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<LocalDate> query = session.createSelectionQuery(
                            "select distinct v.validFrom from EntryVersion v where v.subject in :disputes and v.validFrom <= :asOf"
                                    + " and v.body.kind not in :uneventful"
                                    + (moment.knownAt().isPresent() ? " and v.recordedFrom <= :knownAt" : "")
                                    + " order by v.validFrom",
                            LocalDate.class)
                    .setParameter("disputes", disputes.stream().map(Told::id).toList())
                    .setParameter("uneventful", UNEVENTFUL)
                    .setParameter("asOf", moment.asOf());
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
            return query.setMaxResults(MAX_FACTS).getResultList();
        });
    }
}
