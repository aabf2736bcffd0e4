package io.cumulo.companies.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether what companies are found by is whole by the rules of this process. Once it is, it stays so, and needn't be asked again. Until then whoever searches
 * is told to come again: an answer without those that aren't in yet would be taken for all there is, and kept.
 */
@ApplicationScoped
class IndexState {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final AtomicBoolean whole = new AtomicBoolean();

    /**
     * Completes when what is found is all there is; in the current session.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 while the index is being made
     */
    Uni<Void> requireWhole() {
        return isWhole()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select whole >= :rules from search_index", Boolean.class)
                                .setParameter("rules", NameForms.RULES)
                                .getSingleResult())
                        .invoke(this::saw)
                        .invoke(IndexState::require)
                        .replaceWithVoid();
    }

    private static void require(boolean whole) {
        if (!whole) {
            throw SearchProblem.INDEX_INCOMPLETE
                    .builder("Not all companies can be found yet; ask again in a while")
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                    .build();
        }
    }

    boolean isWhole() {
        return whole.get();
    }

    void saw(boolean isWhole) {
        whole.compareAndSet(false, isWhole);
    }
}
