package io.cumulo.disputes.docket;

import io.cumulo.disputes.company.KnownCompanies;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What must hold for an entry beyond its own members: its dispute and the companies it names are known, and the docket allows it. */
@ApplicationScoped
public class DocketRules implements FactKind.Rules<StatedEntry> {

    static final int MAX_ENTRIES = 5_000;
    private static final Moment NOW = Moment.of(LocalDate.EPOCH);

    private final FiledDisputes disputes;
    private final RecordedDockets dockets;
    private final SuspensionNews news;
    private final KnownCompanies companies;

    public DocketRules(FiledDisputes disputes, RecordedDockets dockets, SuspensionNews news, KnownCompanies companies) {
        this.disputes = disputes;
        this.dockets = dockets;
        this.news = news;
        this.companies = companies;
    }

    /** @throws HttpProblem 404 when the dispute isn't known, 409 with what is allowed when the docket doesn't allow the entry */
    @Override
    public Uni<List<Fault>> check(String dispute, String key, StatedEntry entry) {
        return lock(dispute)
                .chain(() -> companies.require(entry.companies()))
                .call(faults -> faults.isEmpty()
                        ? requireAllowed(dispute, key, entry)
                        : Uni.createFrom().voidItem());
    }

    /** @throws HttpProblem 409 with what is allowed when what follows can't stand without the entry */
    @Override
    public Uni<Void> checkRetraction(String dispute, String key) {
        return lock(dispute)
                .chain(() -> dockets.entries(dispute, NOW))
                .invoke(docket -> requirePossible(docket.without(key), key, "Without"))
                .replaceWithVoid();
    }

    private Uni<Void> lock(String dispute) {
        return disputes.lock(dispute)
                .chain(() -> disputes.requireKnown(dispute, NOW))
                .chain(() -> news.oneWriterAtATime(dispute, Optional.empty()));
    }

    private Uni<Void> requireAllowed(String dispute, String key, StatedEntry entry) {
        return dockets.entries(dispute, NOW)
                .invoke(docket -> requirePossible(docket.with(key, entry), key, "With"))
                .replaceWithVoid();
    }

    private static void requirePossible(List<DocketEntry> entries, String changed, String change) {
        if (entries.size() > MAX_ENTRIES) {
            throw Problem.NOT_ALLOWED_NOW.because("A docket holds at most " + MAX_ENTRIES + " entries");
        }
        if (Docket.fold(entries) instanceof Refusal refusal) {
            throw problem(refusal, changed, change);
        }
    }

    private static HttpProblem problem(Refusal refusal, String changed, String change) {
        boolean itself = refusal.entry().id().equals(changed);
        String detail = itself ? refusal.sentence() : change + " it another entry can't stand. " + refusal.sentence();
        return Problem.NOT_ALLOWED_NOW
                .builder(detail)
                .with("entry", refusal.entry().id())
                .with("phase", refusal.phase().word())
                .with(
                        "allowed",
                        refusal.allowed().stream().sorted().map(EntryKind::word).toList())
                .build();
    }
}
