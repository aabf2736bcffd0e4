package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Dossiers that are kept for as long as none of the services has recorded anything, which they are asked each time: what is answered is never older than the question. Bounded in bytes.
 */
@ApplicationScoped
class KeptDossiers {

    private static final int OVERHEAD_BYTES = 1000;

    private final Gathering gathering;
    private final ObjectMapper mapper;
    private final Cache<Asked, Composed> dossiers;

    /** The question without its deadline, and what it was answered from. */
    private record Asked(String company, Selection selection, Optional<String> in, Moment moment, String snapshot) {}

    KeptDossiers(Gathering gathering, ObjectMapper mapper, DossierLimits limits) {
        this.gathering = gathering;
        this.mapper = mapper;
        this.dossiers = Caffeine.newBuilder()
                .maximumWeight(limits.keptBytes())
                .weigher((Asked asked, Composed dossier) -> OVERHEAD_BYTES + dossier.bytes())
                .build();
    }

    /**
     * The one that is kept, or else a new one; fails with {@link io.cumulo.gateway.reading.Unread} when the profile can't be read. What is recorded while a new one is composed makes another
     * snapshot, so that the next question finds none.
     */
    Uni<Composed> dossier(Question question) {
        return gathering.snapshot(question).flatMap(snapshot -> snapshot.map(
                        taken -> keptOrComposed(question, asked(question, taken)))
                .orElseGet(() -> composed(question)));
    }

    private Uni<Composed> keptOrComposed(Question question, Asked asked) {
        return Optional.ofNullable(dossiers.getIfPresent(asked))
                .map(kept -> Uni.createFrom().item(kept))
                .orElseGet(() -> composed(question).invoke(composed -> {
                    if (composed.complete()) {
                        dossiers.put(asked, composed);
                    }
                }));
    }

    private Uni<Composed> composed(Question question) {
        return gathering.gather(question).map(parts -> Composed.of(Dossier.of(question, parts), mapper));
    }

    private static Asked asked(Question question, String snapshot) {
        return new Asked(question.company(), question.selection(), question.in(), question.moment(), snapshot);
    }
}
