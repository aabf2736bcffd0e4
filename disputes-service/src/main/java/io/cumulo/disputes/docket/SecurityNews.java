package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.Outbox;
import io.cumulo.kit.value.Citation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells, in the transaction of a write to a dispute or its docket, what it changes in the securities: each move that is new, that is another
 * than was told, or that never was. Whoever books them does so once for each key of an entry.
 */
@ApplicationScoped
public class SecurityNews {

    private static final Moment NOW = Moment.of(LocalDate.MAX);

    private final RecordedDockets dockets;
    private final FiledDisputes disputes;
    private final RecordClock clock;
    private final Outbox outbox;

    public SecurityNews(RecordedDockets dockets, FiledDisputes disputes, RecordClock clock, Outbox outbox) {
        this.dockets = dockets;
        this.disputes = disputes;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * Publishes an event for each change that the present transaction has made; everything must be flushed.
     *
     * @param word on whose word it was made
     */
    public Uni<Void> tell(String dispute, List<Citation> word) {
        return clock.recordedAt()
                .map(now -> new Moment(LocalDate.MAX, Optional.of(now.minus(1, ChronoUnit.MICROS))))
                .chain(before -> moves(dispute, before)
                        .chain(known -> moves(dispute, NOW).map(now -> SecurityChange.between(known, now, word))))
                .chain(changes -> Multi.createFrom()
                        .iterable(changes)
                        .onItem()
                        .transformToUniAndConcatenate(change -> publish(dispute, change))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** A dispute that was taken back has no securities, whatever is on its docket. */
    private Uni<List<ToldMove>> moves(String dispute, Moment moment) {
        return disputes.stands(dispute, moment)
                .chain(stands -> stands
                        ? dockets.securityMoves(dispute, moment).map(ToldMove::allOf)
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<Void> publish(String dispute, SecurityChange change) {
        ToldMove move = change.move();
        return outbox.publish(
                "disputes.security." + change.what(),
                "disputes/" + dispute + "/securities/" + move.security().id(),
                Map.of(
                        "dispute", dispute,
                        "entry", move.entry(),
                        "kind", move.kind(),
                        "on", move.on(),
                        "effectiveOn", move.effectiveOn(),
                        "security", move.security(),
                        "sources", change.sources()));
    }
}
