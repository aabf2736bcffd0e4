package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.investments.ledger.Transfer;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.fact.Fact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Commitments and the ledger: the pledge is posted with the commitment, and the position is read from it. */
@ApplicationScoped
public class Pledges {

    private final Ledger ledger;
    private final RecordClock clock;

    public Pledges(Ledger ledger, RecordClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Posts the pledge, once, as soon as the amount is disclosed; in the transaction that records the commitment. */
    Uni<Void> post(Fact<Commitment> commitment, String editor) {
        Commitment body = commitment.body();
        if (body.amount() == null) {
            return Uni.createFrom().voidItem();
        }
        return ledger.balancesOf(List.of(commitment.id()), Moment.of(LocalDate.MAX.withYear(9999)))
                .chain(balances -> balances.isEmpty()
                        ? ledger.post(pledge(commitment), editor).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static NewTransaction pledge(Fact<Commitment> commitment) {
        Commitment body = commitment.body();
        return new NewTransaction(
                TransactionKind.PLEDGE,
                Optional.of(commitment.id()),
                body.announcedOn(),
                Optional.of(body.title()),
                commitment.sources(),
                List.of(Transfer.of(Account.WORLD, Accounts.pledged(commitment.id()), body.amount())));
    }

    /** The commitments with their positions at the moment: one look at the ledger for all of them. */
    Uni<List<ShownCommitment>> shown(List<Fact<Commitment>> commitments, Moment moment) {
        List<String> ids = commitments.stream().map(Fact::id).toList();
        return clock.settled(moment)
                .chain(settled -> ledger.balancesOf(ids, settled))
                .map(balances -> commitments.stream()
                        .map(commitment -> new ShownCommitment(
                                commitment,
                                Position.of(commitment.id(), balances.getOrDefault(commitment.id(), List.of()))
                                        .orElse(null)))
                        .toList());
    }
}
