package io.cumulo.disputes.docket;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.feed.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells, in the transaction of a write to a dispute or its docket, what it changes in the suspensions of contracts. */
@ApplicationScoped
public class SuspensionNews {

    /** Entries may announce what is to come, so nothing is left out. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final FiledDisputes disputes;
    private final ContractSuspensions suspensions;
    private final RecordClock clock;
    private final Outbox outbox;

    public SuspensionNews(FiledDisputes disputes, ContractSuspensions suspensions, RecordClock clock, Outbox outbox) {
        this.disputes = disputes;
        this.suspensions = suspensions;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * Lets one writer at a time at the suspensions of the contracts that the dispute is about, and of another one; to be called before anything
     * is recorded, so that writers record in the order in which they tell.
     *
     * @param contract that the dispute will be about, if any
     */
    public Uni<Void> oneWriterAtATime(String dispute, Optional<String> contract) {
        return disputes.contractsOf(dispute, contract).chain(contracts -> each(contracts, disputes::lockContract));
    }

    /** Publishes an event for each change that the present transaction has made; everything must be flushed. */
    public Uni<Void> tell(String dispute) {
        return clock.recordedAt().chain(now -> {
            Moment before = new Moment(END_OF_TIME, Optional.of(now.minus(1, ChronoUnit.MICROS)));
            return disputes.contractsUntil(dispute, now)
                    .chain(contracts -> suspensions.of(contracts, before).chain(known -> suspensions
                            .of(contracts, Moment.of(END_OF_TIME))
                            .chain(since -> each(contracts, contract -> tell(contract, dispute, known, since)))));
        });
    }

    private Uni<Void> tell(
            String contract, String dispute, Map<String, List<Suspension>> before, Map<String, List<Suspension>> now) {
        List<SuspensionChange> changes = SuspensionChange.between(
                before.getOrDefault(contract, List.of()), now.getOrDefault(contract, List.of()));
        return each(
                changes,
                change -> outbox.publish(
                        "disputes.contract." + change.what().name().toLowerCase(Locale.ROOT),
                        "contracts/" + contract,
                        Map.of("contract", contract, "dispute", dispute, "suspension", change.suspension())));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
