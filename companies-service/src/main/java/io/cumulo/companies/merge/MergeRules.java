package io.cumulo.companies.merge;

import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record is merged into one that stands and is not itself merged away. With both locked while that is looked at, mergers never form a ring, whoever
 * merges what at the same time.
 */
@ApplicationScoped
class MergeRules {

    private final KnownCompanies companies;
    private final Mergers mergers;

    MergeRules(KnownCompanies companies, Mergers mergers) {
        this.companies = companies;
        this.mergers = mergers;
    }

    Uni<List<Fault>> check(String company, Merger merger) {
        if (company.equals(merger.into())) {
            return Uni.createFrom().item(List.of(Fault.at("/into", "a record can't be merged into itself")));
        }
        return mergers.lock(company, merger.into())
                .chain(() -> companies.require(company, Map.of("/into", merger.into())))
                .chain(faults -> faults.isEmpty()
                        ? goesOnItself(merger.into())
                        : Uni.createFrom().item(faults));
    }

    private Uni<List<Fault>> goesOnItself(String into) {
        Moment now = Moment.of(LocalDate.now(ZoneOffset.UTC));
        return mergers.survivors(Set.of(into), now).map(survivors -> {
            if (!survivors.getOrDefault(into, into).equals(into)) {
                throw Problem.NOT_ALLOWED_NOW.because(
                        into + " is merged into " + survivors.get(into) + " itself; merge into that one");
            }
            return List.of();
        });
    }
}
