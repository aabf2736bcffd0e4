package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.feed.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;

/** What a new entry brings about, in its transaction: the suspensions of the contract follow, and who listens is told. */
@ApplicationScoped
public class DocketEffects {

    private static final Moment NOW = Moment.of(LocalDate.EPOCH);

    private final RecordedDockets dockets;
    private final SuspendingOrders orders;
    private final SuspensionNews news;
    private final Outbox outbox;

    public DocketEffects(RecordedDockets dockets, SuspendingOrders orders, SuspensionNews news, Outbox outbox) {
        this.dockets = dockets;
        this.orders = orders;
        this.news = news;
        this.outbox = outbox;
    }

    Uni<Void> of(String dispute, Written<StatedEntry> written) {
        return written.outcome() == Written.Outcome.UNCHANGED
                ? Uni.createFrom().voidItem()
                : follow(dispute).chain(() -> news.tell(dispute)).chain(() -> tellOfSecurity(dispute, written));
    }

    private Uni<Void> follow(String dispute) {
        return dockets.everything(dispute, NOW)
                .map(entries -> Docket.fold(entries).orElseThrow(RecordedDockets::impossible))
                .chain(state -> orders.follow(dispute, state));
    }

    /** The entry's key names the move: whoever books it does so once for each key. */
    private Uni<Void> tellOfSecurity(String dispute, Written<StatedEntry> written) {
        StatedEntry entry = written.fact().body();
        if (entry.security() == null) {
            return Uni.createFrom().voidItem();
        }
        return outbox.publish(
                "disputes.security." + entry.kind().word().replaceFirst("^security-", ""),
                "disputes/" + dispute + "/securities/" + entry.security().id(),
                Map.of(
                        "dispute", dispute,
                        "entry", written.fact().id(),
                        "on", entry.on(),
                        "security", entry.security(),
                        "sources", written.fact().sources()));
    }
}
