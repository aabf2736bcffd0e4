package io.cumulo.investments.ledger;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the sums over the journal up to date, some way behind the writers; several instances may do so at once, and one of them does. */
@ApplicationScoped
class Cells {

    private final RecordClock clock;
    private final int batch;
    private final int heavy;

    /**
     * @param batch how many postings are folded at a time, and so how many a reader of a root may have to add up itself
     * @param heavy how many entries an account has before it is folded, and how many a reader of it may have to add up
     */
    Cells(
            RecordClock clock,
            @ConfigProperty(name = "cumulo.ledger.cells.batch", defaultValue = "500") int batch,
            @ConfigProperty(name = "cumulo.ledger.cells.heavy", defaultValue = "250") int heavy) {
        this.clock = clock;
        this.batch = batch;
        this.heavy = heavy;
    }

    /** Folds all full batches that are settled; each in a transaction of its own, for transactions are short here. */
    @Scheduled(every = "{cumulo.ledger.cells.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> fold() {
        return Panache.withSession(() -> timeToFold().chain(this::settled)).chain(settled -> settled.map(this::foldUpTo)
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Instant>> settled(Optional<Instant> now) {
        return now.isEmpty()
                ? Uni.createFrom().item(now)
                : clock.settled(new Moment(LocalDate.EPOCH, now)).replaceWith(now);
    }

    private Uni<Void> foldUpTo(Instant settled) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "select fold_ledger(:settled, :batch, :heavy)", Integer.class)
                        .setParameter("settled", settled.atOffset(ZoneOffset.UTC))
                        .setParameter("batch", batch)
                        .setParameter("heavy", heavy)
                        .getSingleResult()))
                .repeat()
                .whilst(folded -> folded > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Now, by the database's clock, which record time is read from; empty while no batch is full. */
    private Uni<Optional<Instant>> timeToFold() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select statement_timestamp()
                                from (
                                    select count(*) as waiting
                                    from (
                                        select 1 from ledger_transaction posted join ledger_posting posting on posting.transaction_id = posted.id
                                        where posted.recorded_at > last_fold('', 'infinity') limit :batch
                                    ) next
                                ) counted
                                where waiting = :batch
                                """, Instant.class)
                        .setParameter("batch", batch)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
