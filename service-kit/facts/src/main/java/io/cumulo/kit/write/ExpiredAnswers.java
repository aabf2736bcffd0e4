package io.cumulo.kit.write;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Drops the answers whose time is over, so many in each transaction; of several instances that would do so at once, one does. */
@ApplicationScoped
public class ExpiredAnswers {

    private static final int AT_ONCE = 10_000;

    private final Duration keptFor;

    public ExpiredAnswers(@ConfigProperty(name = "cumulo.idempotency.kept-for") Duration keptFor) {
        this.keptFor = keptFor;
    }

    /** Runs by itself; goes on until a batch isn't full. */
    @Scheduled(every = "{cumulo.idempotency.drop-every}", delayed = "{cumulo.idempotency.drop-every}")
    public Uni<Void> drop() {
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(() ->
                        turn().chain(ours -> ours ? batch() : Uni.createFrom().item(0))))
                .whilst(dropped -> dropped == AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whether no other instance drops them, until the transaction ends. */
    private static Uni<Boolean> turn() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('expired answers', 0))", Boolean.class)
                .getSingleResult());
    }

    private Uni<Integer> batch() {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                        delete from idempotent_request where (principal, key) in (
                                            select principal, key from idempotent_request
                                            where stored_at < now() - cast(cast(:kept as text) as interval)
                                            order by stored_at limit :most)
                                        """)
                .setParameter("kept", keptFor.toSeconds() + " seconds")
                .setParameter("most", AT_ONCE)
                .executeUpdate());
    }
}
