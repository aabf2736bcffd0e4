package io.cumulo.kit.clock;

import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Record time: when Cumulo learnt something, by the database's clock. {@code recorded_at()} takes it after the transaction has its number, so a
 * past answer is settled as soon as every transaction that was open when it was asked for has ended.
 */
@ApplicationScoped
public class RecordClock {

    private static final Duration RETRY = Duration.ofMillis(10);

    private final Duration longestTransaction;

    /** What is settled stays so, and needn't be asked again. */
    private final AtomicReference<Instant> settledUntil = new AtomicReference<>(Instant.MIN);

    public RecordClock(
            @ConfigProperty(name = "cumulo.database.transaction-timeout", defaultValue = "5s")
                    Duration longestTransaction) {
        this.longestTransaction = longestTransaction;
    }

    /** The instant of record time of the current transaction; the same however often it is asked for. */
    public Uni<Instant> recordedAt() {
        return Panache.getSession().chain(session -> session.createNativeQuery("select recorded_at()", Instant.class)
                .getSingleResult());
    }

    /**
     * Completes when the answer for the moment can no longer change: at once for one without {@code knownAt} (it asks for what is committed), with
     * one up to which all was seen to be settled, or with one older than any transaction of ours may be, unless one is in flight all the same; else when the writers that were in flight have ended. To be
     * called in the session that reads afterwards, outside a transaction.
     */
    public Uni<Moment> settled(Moment moment) {
        Optional<Instant> unsettled = moment.knownAt().filter(settledUntil.get()::isBefore);
        return unsettled.isEmpty()
                ? Uni.createFrom().item(moment)
                : settled(unsettled.get())
                        .invoke(() -> settledUntil.accumulateAndGet(
                                unsettled.get(), (one, other) -> one.isAfter(other) ? one : other))
                        .replaceWith(moment);
    }

    private Uni<Void> settled(Instant knownAt) {
        return isLongAgo(knownAt).chain(longAgo -> longAgo ? Uni.createFrom().voidItem() : writersToEnd(knownAt));
    }

    /**
     * Whether every transaction that can have recorded up to the instant has ended, by the database's clock and what it knows of those of our role. A commit
     * that waits for a replica is in flight for as long as there is none: no limit of ours ends it.
     */
    private Uni<Boolean> isLongAgo(Instant knownAt) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select clock_timestamp() > :longest and not exists (
                            select 1 from pg_stat_activity
                            where datname = current_database() and backend_xid is not null and xact_start <= :knownAt)
                        """, Boolean.class)
                .setParameter(
                        "longest",
                        knownAt.plus(longestTransaction.multipliedBy(2)).atOffset(ZoneOffset.UTC))
                .setParameter("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .getSingleResult());
    }

    private Uni<Void> writersToEnd(Instant knownAt) {
        Instant giveUp = Clock.systemUTC().instant().plus(longestTransaction);
        return numberAfter(knownAt, giveUp).chain(bound -> awaitAllBelow(bound, giveUp));
    }

    /**
     * A transaction number above that of every transaction that can have recorded up to the instant: our own, taken by a statement that starts
     * after it. (The upper edge of a snapshot won't do: it is one past the newest <em>completed</em> transaction.)
     */
    private static Uni<Long> numberAfter(Instant knownAt, Instant giveUp) {
        return number(
                        "select case when statement_timestamp() > :passed then cast(cast(pg_current_xact_id() as text) as bigint) else -1 end",
                        Optional.of(knownAt))
                .chain(number -> number >= 0
                        ? Uni.createFrom().item(number)
                        : later(giveUp).chain(() -> numberAfter(knownAt, giveUp)));
    }

    private static Uni<Void> awaitAllBelow(long bound, Instant giveUp) {
        return number("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)", Optional.empty())
                .chain(oldest -> oldest >= bound
                        ? Uni.createFrom().voidItem()
                        : later(giveUp).chain(() -> awaitAllBelow(bound, giveUp)));
    }

    private static Uni<Long> number(String query, Optional<Instant> passed) {
        return Panache.getSession().chain(session -> {
            var prepared = session.createNativeQuery(query, Long.class);
            passed.ifPresent(instant -> prepared.setParameter("passed", instant.atOffset(ZoneOffset.UTC)));
            return prepared.getSingleResult();
        });
    }

    private static Uni<Void> later(Instant giveUp) {
        if (Clock.systemUTC().instant().isAfter(giveUp)) {
            return Uni.createFrom()
                    .failure(Problem.NOT_YET_SETTLED
                            .builder(
                                    "Writers are still at work on what will have been known then; ask again in a second")
                            .withHeader("Retry-After", 1)
                            .build());
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(RETRY);
    }
}
