package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Posting;
import io.cumulo.investments.ledger.Transaction;
import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Citation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pledge follows its commitment: it is posted when an amount is disclosed, and when a new version says another amount or day, or the commitment
 * is retracted, it is reversed and, where there still is one, posted anew in its place, at one instant of record time.
 */
@ApplicationScoped
public class Pledges {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Ledger ledger;

    Pledges(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What brings a pledge to what its commitment says.
     *
     * @param transactions none, the reversal of the pledge that stands, the pledge in its place, or both
     */
    public record Due(Fact<Commitment> commitment, List<NewTransaction> transactions) {

        public Due {
            transactions = List.copyOf(transactions);
        }

        /** Whether a pledge that stands is reversed, be it for another one. */
        public boolean takesBack() {
            return transactions.stream()
                    .anyMatch(transaction -> transaction.reverses().isPresent());
        }
    }

    /**
     * Brings the pledge to what the commitment says, in the transaction that records it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when what was posted since stands in the way
     */
    Uni<Void> follow(Fact<Commitment> commitment, String editor) {
        return due(commitment)
                .chain(due -> due.transactions().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ledger.post(due.transactions(), editor).chain(() -> requireNothingLeft(due)));
    }

    /** What the pledge needs, for a writer who posts it together with others. */
    public Uni<Due> due(Fact<Commitment> commitment) {
        return ledger.newest(commitment.id(), TransactionKind.PLEDGE)
                .map(newest -> new Due(commitment, due(commitment, newest)));
    }

    private static List<NewTransaction> due(Fact<Commitment> commitment, Optional<Transaction> newest) {
        Optional<NewTransaction> wanted = pledge(commitment);
        Optional<Transaction> standing = newest.filter(pledge -> pledge.reversedBy() == null);
        if (standing.isPresent() && wanted.isPresent() && isSame(standing.get(), wanted.get())) {
            return List.of();
        }
        List<NewTransaction> due = new ArrayList<>();
        standing.map(pledge -> NewTransaction.reversalOf(
                        pledge,
                        wanted.isPresent() ? "The commitment was corrected" : "The commitment pledges nothing any more",
                        reasons(commitment)))
                .ifPresent(due::add);
        wanted.map(pledge -> pledge.replacing(newest.map(Transaction::id))).ifPresent(due::add);
        return due;
    }

    /** What nobody stands by can't be pledged. */
    private static Optional<NewTransaction> pledge(Fact<Commitment> commitment) {
        Commitment body = commitment.body();
        if (body.amount() == null || commitment.standing() == Standing.RETRACTED) {
            return Optional.empty();
        }
        return Optional.of(NewTransaction.of(
                TransactionKind.PLEDGE,
                commitment.id(),
                body.announcedOn(),
                Optional.of(body.title()),
                commitment.sources(),
                List.of(new Posting(Account.WORLD, new Accounts(commitment.id()).pledged(), body.amount()))));
    }

    private static List<Citation> reasons(Fact<Commitment> commitment) {
        return commitment.retraction() == null
                ? commitment.sources()
                : commitment.retraction().sources();
    }

    private static boolean isSame(Transaction standing, NewTransaction wanted) {
        return standing.on().equals(wanted.on()) && standing.postings().equals(wanted.postings());
    }

    /**
     * Without its pledge, or with one in another currency, nothing that was posted beside it may be left.
     *
     * @param posted what was due, and is posted
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 with what is left
     */
    public Uni<Void> requireNothingLeft(Due posted) {
        Fact<Commitment> commitment = posted.commitment();
        Optional<String> currency = pledge(commitment)
                .map(pledge -> pledge.postings().get(0).amount().currency());
        Account root = new Accounts(commitment.id()).root();
        return !posted.takesBack()
                ? Uni.createFrom().voidItem()
                : ledger.balancesBelow(List.of(root), Moment.of(LAST_DAY))
                        .map(balances -> balances.getOrDefault(root, List.of()).stream()
                                .filter(balance -> balance.balance().amount().signum() != 0)
                                .filter(balance -> currency.isEmpty()
                                        || !currency.get()
                                                .equals(balance.balance().currency()))
                                .findFirst())
                        .invoke(left -> left.ifPresent(balance -> {
                            throw Problem.NOT_ALLOWED_NOW
                                    .builder(balance.account().path() + " holds "
                                            + balance.balance().amount().toPlainString() + " "
                                            + balance.balance().currency()
                                            + ": reverse what was posted since the pledge, then correct the commitment")
                                    .with("balances", Map.of(balance.account().path(), balance.balance()))
                                    .build();
                        }))
                        .replaceWithVoid();
    }
}
