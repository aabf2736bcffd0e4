package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Balance;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.rates.Dated;
import io.cumulo.investments.rates.Exchange;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ledger and later commitments say of commitments. */
@ApplicationScoped
class Positions {

    private final Ledger ledger;
    private final CommitmentRepository commitments;
    private final RecordClock clock;
    private final Exchange exchange;

    Positions(Ledger ledger, CommitmentRepository commitments, RecordClock clock, Exchange exchange) {
        this.ledger = ledger;
        this.commitments = commitments;
        this.clock = clock;
        this.exchange = exchange;
    }

    /** The commitments with their positions at the moment, in another currency too where one is asked for. */
    Uni<List<ShownCommitment>> shown(List<Fact<Commitment>> facts, Moment moment, Optional<String> in) {
        Uni<List<ShownCommitment>> shown = shown(facts, moment);
        return in.isEmpty() ? shown : shown.chain(commitments -> converted(commitments, moment, in.get()));
    }

    private Uni<List<ShownCommitment>> converted(List<ShownCommitment> shown, Moment moment, String in) {
        List<Dated> wanted = shown.stream()
                .filter(commitment -> commitment.position() != null)
                .map(Positions::announced)
                .toList();
        return exchange.conversions(wanted, in, moment).map(conversions -> shown.stream()
                .map(commitment -> commitment.position() == null
                        ? commitment
                        : commitment.with(
                                ConvertedPosition.of(commitment.position(), conversions.get(announced(commitment)))))
                .toList());
    }

    private static Dated announced(ShownCommitment shown) {
        Commitment body = shown.commitment().body();
        return new Dated(body.amount().currency(), body.announcedOn().first());
    }

    /** The commitments with their positions at the moment: one look at the ledger for all of them. */
    Uni<List<ShownCommitment>> shown(List<Fact<Commitment>> facts, Moment moment) {
        List<String> ids = facts.stream().map(Fact::id).toList();
        List<Account> roots = ids.stream().map(id -> new Accounts(id).root()).toList();
        return clock.settled(moment)
                .chain(settled -> ledger.balancesBelow(roots, settled))
                .chain(balances -> commitments.successors(ids, moment).map(successors -> facts.stream()
                        .map(fact -> shown(fact, balances, successors.getOrDefault(fact.id(), List.of()), moment))
                        .toList()));
    }

    private static ShownCommitment shown(
            Fact<Commitment> fact, Map<Account, List<Balance>> balances, List<String> supersededBy, Moment moment) {
        Account root = new Accounts(fact.id()).root();
        Optional<Position> position = Optional.ofNullable(fact.body().amount())
                .filter(amount -> fact.standing() != Standing.RETRACTED)
                .map(amount -> Position.of(fact.id(), amount.currency(), balances.getOrDefault(root, List.of())));
        return new ShownCommitment(
                fact, State.of(fact, position, supersededBy, moment.asOf()), position.orElse(null), null, supersededBy);
    }
}
