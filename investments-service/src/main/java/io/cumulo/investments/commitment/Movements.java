package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Posting;
import io.cumulo.investments.ledger.Reversals;
import io.cumulo.investments.ledger.Transaction;
import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves a commitment's money: each movement is one transaction of the ledger. */
@ApplicationScoped
public class Movements {

    private final Ledger ledger;
    private final Reversals reversals;
    private final CommitmentRepository commitments;

    Movements(Ledger ledger, Reversals reversals, CommitmentRepository commitments) {
        this.ledger = ledger;
        this.reversals = reversals;
        this.commitments = commitments;
    }

    /**
     * Posts the movement in the current database transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is no such commitment, 409 when it doesn't hold enough on every day from
     *     the movement's on or moves no money, 422 when the movement can't be one of this commitment
     */
    public Uni<Transaction> post(TransactionKind kind, String id, Movement movement, String editor) {
        return prepared(kind, id, movement).chain(transaction -> ledger.post(transaction, editor));
    }

    /**
     * The transaction that a movement comes to, for a writer who posts it together with others.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is no such commitment, 409 when it moves no money, 422 when the movement can't
     *     be one of this commitment
     */
    public Uni<NewTransaction> prepared(TransactionKind kind, String id, Movement movement) {
        Optional<String> replaces = Optional.ofNullable(movement.replaces());
        List<Account> accounts = List.of(new Accounts(id).pledged());
        return commitments
                .exists(id)
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("No commitment " + id + " is recorded");
                    }
                })
                .chain(() -> ledger.lock(accounts))
                .chain(() -> commitments.standing(id))
                .map(Optional::orElseThrow)
                .invoke(commitment -> MovementRules.check(kind, commitment, movement))
                .call(() -> reversals.requireReplaceable(replaces, Optional.of(id), accounts))
                .chain(commitment -> {
                    LocalDate day = MovementRules.effectiveOn(commitment.body(), movement);
                    return postings(kind, commitment, movement, day).map(postings -> NewTransaction.of(
                                    kind,
                                    id,
                                    movement.on(),
                                    Optional.ofNullable(movement.note()),
                                    movement.sources(),
                                    postings)
                            .effectiveOn(day)
                            .replacing(replaces));
                });
    }

    /** What can be spent of a commitment from a day on without being set aside for a category; for the writer who has locked its accounts. */
    public Uni<Money> available(String id, String currency, LocalDate from) {
        return ledger.available(new Accounts(id).pledged(), currency, from);
    }

    private Uni<List<Posting>> postings(
            TransactionKind kind, Fact<Commitment> commitment, Movement movement, LocalDate day) {
        Accounts accounts = new Accounts(commitment.id());
        Money amount = movement.amount();
        Optional<String> category = Optional.ofNullable(movement.category());
        return switch (kind) {
            case REVISION -> item(revision(accounts, amount));
            case ALLOCATION ->
                item(new Posting(accounts.pledged(), accounts.allocated(category.orElseThrow()), amount));
            case CANCELLATION ->
                item(new Posting(
                        category.map(accounts::allocated).orElse(accounts.pledged()), accounts.cancelled(), amount));
            case DISBURSEMENT ->
                category.isEmpty()
                        ? item(new Posting(accounts.pledged(), accounts.spent(Accounts.UNKNOWN), amount))
                        : disbursement(accounts, category.get(), amount, day);
            default -> throw new IllegalArgumentException(kind + " is no movement of a commitment");
        };
    }

    private static Posting revision(Accounts accounts, Money change) {
        return change.amount().signum() > 0
                ? new Posting(Account.WORLD, accounts.pledged(), change)
                : new Posting(
                        accounts.pledged(),
                        Account.WORLD,
                        new Money(change.amount().negate(), change.currency()));
    }

    /** From what was set aside for the category, as far as that goes, and then from what wasn't set aside for any. */
    private Uni<List<Posting>> disbursement(Accounts accounts, String category, Money amount, LocalDate day) {
        Account allocated = accounts.allocated(category);
        Account spent = accounts.spent(category);
        return ledger.available(allocated, amount.currency(), day).map(available -> {
            Money first = new Money(available.amount().min(amount.amount()), amount.currency());
            Money rest = new Money(amount.amount().subtract(first.amount()), amount.currency());
            return Stream.of(new Posting(allocated, spent, first), new Posting(accounts.pledged(), spent, rest))
                    .filter(posting -> posting.amount().amount().signum() > 0)
                    .toList();
        });
    }

    private static Uni<List<Posting>> item(Posting posting) {
        return Uni.createFrom().item(List.of(posting));
    }
}
