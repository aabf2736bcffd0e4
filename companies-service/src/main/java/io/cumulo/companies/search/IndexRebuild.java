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
 * Makes the index anew from the profiles when it was made by older rules than this process's: in steps, each in a transaction of its own, that go on where an
 * interrupted run stopped. One process at a time takes a step. Nothing is taken away, so that processes with older rules go on finding what they know; what they
 * record meanwhile is taken in once more. What newer rules have made is left to those who know them.
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

    /** Takes in the next versions; false when there are no more, when another process is at it, or when the index is one of newer rules. */
    private Uni<Boolean> step() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select rules, whole, cast(done as text) from search_index for update skip locked",
                                Object[].class)
                        .getResultList())
                .chain(states -> states.isEmpty() ? Uni.createFrom().item(false) : step(states.get(0)));
    }

    private Uni<Boolean> step(Object[] state) {
        int rules = (int) state[0];
        if (rules < NameForms.RULES) {
            return begin().replaceWith(true);
        }
        if (rules > NameForms.RULES) {
            return Uni.createFrom().item(false);
        }
        return (int) state[1] < rules
                ? profiles.versionsAfter(Optional.ofNullable((String) state[2]).map(UUID::fromString), STEP)
                        .chain(this::goOn)
                : takeInOnceMore();
    }

    /** Waits for those who are just writing, and they for this: from here on, whoever takes a version in by older rules says so. */
    private static Uni<Integer> begin() {
        return execute("lock table search_name in share mode")
                .chain(() -> execute("update search_index set done = null, whole = least(whole, " + NameForms.RULES
                        + "), rules = " + NameForms.RULES));
    }

    private Uni<Boolean> goOn(List<Version> versions) {
        return versions.isEmpty()
                ? execute("update search_index set whole = rules").replaceWith(true)
                : index.add(versions)
                        .chain(Panache::getSession)
                        .chain(session -> session.createNativeQuery("update search_index set done = :done")
                                .setParameter(
                                        "done",
                                        versions.get(versions.size() - 1).id())
                                .executeUpdate())
                        .replaceWith(true);
    }

    private Uni<Boolean> takeInOnceMore() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        with taken as (
                            delete from search_behind
                            where version_id in (select version_id from search_behind limit :step) returning version_id)
                        select cast(version_id as text) from taken
                        """, String.class)
                        .setParameter("step", STEP)
                        .getResultList())
                .map(versions -> versions.stream().map(UUID::fromString).toList())
                .chain(versions -> versions.isEmpty()
                        ? Uni.createFrom().item(false)
                        : profiles.versions(versions).chain(index::add).replaceWith(true));
    }

    private static Uni<Integer> execute(String statement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate());
    }
}
