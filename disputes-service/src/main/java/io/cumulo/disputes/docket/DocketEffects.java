package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.value.Citation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * What an entry brings about that is new, corrected or taken back, in its transaction: what is derived from the docket follows, and who listens
 * is told of these and of the securities.
 */
@ApplicationScoped
public class DocketEffects {

    private static final Moment NOW = Moment.of(LocalDate.EPOCH);

    private final RecordedDockets dockets;
    private final SuspensionNews suspensions;
    private final SecurityNews securities;

    public DocketEffects(RecordedDockets dockets, SuspensionNews suspensions, SecurityNews securities) {
        this.dockets = dockets;
        this.suspensions = suspensions;
        this.securities = securities;
    }

    Uni<Void> of(String dispute, Written<StatedEntry> written) {
        return written.outcome() == Written.Outcome.UNCHANGED
                ? Uni.createFrom().voidItem()
                : follow(dispute)
                        .chain(() -> suspensions.tell(dispute))
                        .chain(() -> securities.tell(dispute, word(written.fact())));
    }

    /** On whose word the fact is now known as it is. */
    public static List<Citation> word(Fact<?> fact) {
        return fact.retraction() == null ? fact.sources() : fact.retraction().sources();
    }

    private Uni<Void> follow(String dispute) {
        return dockets.entries(dispute, NOW).chain(entries -> FoldedRows.follow(dispute, entries));
    }
}
