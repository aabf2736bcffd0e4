package io.cumulo.companies.search;

import io.cumulo.companies.profile.ProfileIndex.Version;
import io.cumulo.companies.profile.Profiles;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds the index anew from the profiles, when it was made by other rules than today's or never: in steps, each in a transaction of its own, that go on where
 * an interrupted run stopped. One process at a time takes a step. What is recorded meanwhile goes into it as ever; until it is whole, a search finds less.
 */
@ApplicationScoped
public class IndexRebuild {

    private static final int STEP = 500;

    private final Profiles profiles;
    private final SearchIndex index;

    IndexRebuild(Profiles profiles, SearchIndex index) {
        this.profiles = profiles;
        this.index = index;
    }

    /** Goes on with an index that isn't whole: at the start, and when whoever was at it has stopped. */
    @Scheduled(every = "{cumulo.search.complete-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> complete() {
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(this::step))
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }

    /** Drops the index and builds it anew. */
    Uni<Void> rebuild() {
        return Panache.withTransaction(() -> execute("update search_index set rules = 0"))
                .chain(this::complete);
    }

    /** Adds the next versions; false when there are no more, or when another process is at it. */
    private Uni<Boolean> step() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select rules, complete, cast(done as text) from search_index for update skip locked",
                                Object[].class)
                        .getResultList())
                .chain(states -> states.isEmpty() ? Uni.createFrom().item(false) : step(states.get(0)));
    }

    private Uni<Boolean> step(Object[] state) {
        if ((int) state[0] != NameForms.RULES) {
            return execute("truncate search_name, search_posting, search_word, search_identifier")
                    .chain(() -> execute(
                            "update search_index set complete = false, done = null, rules = " + NameForms.RULES))
                    .replaceWith(true);
        }
        return (boolean) state[1]
                ? Uni.createFrom().item(false)
                : profiles.versionsAfter(Optional.ofNullable((String) state[2]).map(UUID::fromString), STEP)
                        .chain(this::add);
    }

    private Uni<Boolean> add(List<Version> versions) {
        return versions.isEmpty()
                ? execute("update search_index set complete = true").replaceWith(false)
                : index.add(versions)
                        .chain(Panache::getSession)
                        .chain(session -> session.createNativeQuery("update search_index set done = :done")
                                .setParameter(
                                        "done",
                                        versions.get(versions.size() - 1).id())
                                .executeUpdate())
                        .replaceWith(true);
    }

    private static Uni<Integer> execute(String statement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate());
    }
}
