package io.cumulo.companies.search;

import io.cumulo.companies.profile.ProfileIndex.Version;
import io.cumulo.companies.profile.Profiles;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds the index anew from the profiles, when it was made by other rules than today's or never. What is recorded meanwhile goes into it as ever;
 * until it is whole, a search finds less.
 */
@ApplicationScoped
public class IndexRebuild {

    private static final int BATCH = 200;

    private final Profiles profiles;
    private final SearchIndex index;

    IndexRebuild(Profiles profiles, SearchIndex index) {
        this.profiles = profiles;
        this.index = index;
    }

    void onStart(@Observes StartupEvent start) {
        VertxContextSupport.subscribe(
                () -> ifNeeded().toMulti(),
                subscription -> subscription.with(
                        versions -> Log.debugf("The search index holds %d versions more", versions),
                        failure -> Log.error("The search index can't be built; the next start tries again", failure)));
    }

    private Uni<Long> ifNeeded() {
        return Panache.withTransaction(index::isMadeByTheRules)
                .chain(current -> current ? Uni.createFrom().item(0L) : rebuild());
    }

    /** Drops the index and builds it anew; the number of versions that it then holds beside those recorded meanwhile. */
    Uni<Long> rebuild() {
        return Panache.withTransaction(index::drop)
                .chain(() -> from(Optional.empty(), 0))
                .call(() -> Panache.withTransaction(index::madeByTheRules));
    }

    private Uni<Long> from(Optional<UUID> last, long done) {
        return Panache.withTransaction(() -> profiles.versionsAfter(last, BATCH)
                        .call(versions -> index.withoutThoseHeld(versions).chain(index::add)))
                .chain(versions -> versions.isEmpty()
                        ? Uni.createFrom().item(done)
                        : from(Optional.of(lastOf(versions)), done + versions.size()));
    }

    private static UUID lastOf(List<Version> versions) {
        return versions.get(versions.size() - 1).id();
    }
}
