package io.cumulo.kit.write;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Drops the answers whose time is over, some at a time; several instances may do so at once. */
@ApplicationScoped
public class ExpiredAnswers {

    private static final int AT_ONCE = 10_000;

    private final Duration keptFor;

    public ExpiredAnswers(@ConfigProperty(name = "cumulo.idempotency.kept-for") Duration keptFor) {
        this.keptFor = keptFor;
    }

    /** Runs by itself; a full batch is followed by the next one at the next time. */
    @Scheduled(every = "{cumulo.idempotency.drop-every}", delayed = "{cumulo.idempotency.drop-every}")
    public Uni<Void> drop() {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery("""
                                        delete from idempotent_request where (principal, key) in (
                                            select principal, key from idempotent_request
                                            where stored_at < now() - cast(cast(:kept as text) as interval)
                                            order by stored_at limit :most)
                                        """)
                        .setParameter("kept", keptFor.toSeconds() + " seconds")
                        .setParameter("most", AT_ONCE)
                        .executeUpdate()))
                .replaceWithVoid();
    }
}
