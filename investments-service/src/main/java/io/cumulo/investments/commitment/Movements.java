package io.cumulo.investments.commitment;

import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Course;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Posting;
import io.cumulo.investments.ledger.Reversals;
import io.cumulo.investments.ledger.Transaction;
import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Money;
import io.smallrye.mutiny.Multi;
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

    /** As {@link #prepared(TransactionKind, String, List)}, of one movement. */
    private Uni<NewTransaction> prepared(TransactionKind kind, String id, Movement movement) {
        return prepared(kind, id, List.of(movement)).map(transactions -> transactions.get(0));
    }

    /**
     * The transactions that movements of a commitment's money come to, each as if there were no other: for a writer who posts them together.
     *
     * @return in the order of the movements
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is no such commitment, 409 when it moves no money, 422 when the movement can't
     *     be one of this commitment
     */
    public Uni<List<NewTransaction>> prepared(TransactionKind kind, String id, List<Movement> movements) {
        return commitments
                .exists(id)
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("No commitment " + id + " is recorded");
                    }
                })
                .chain(() -> ledger.lock(List.of(new Accounts(id).pledged())))
                .chain(() -> commitments.standing(id))
                .map(Optional::orElseThrow)
                .chain(commitment -> Multi.createFrom()
                        .iterable(movements)
                        .onItem()
                        .transformToUniAndConcatenate(movement -> prepared(kind, commitment, movement))
                        .collect()
                        .asList());
    }

    private Uni<NewTransaction> prepared(TransactionKind kind, Fact<Commitment> commitment, Movement movement) {
        MovementRules.check(kind, commitment, movement);
        String id = commitment.id();
        Optional<String> replaces = Optional.ofNullable(movement.replaces());
        LocalDate day = MovementRules.effectiveOn(commitment.body(), movement);
        return reversals
                .requireReplaceable(replaces, Optional.of(id), List.of(new Accounts(id).pledged()))
                .chain(() -> postings(kind, commitment, movement, day))
                .map(postings -> NewTransaction.of(
                                kind,
                                id,
                                movement.on(),
                                Optional.ofNullable(movement.note()),
                                movement.sources(),
                                postings)
                        .effectiveOn(day)
                        .replacing(replaces));
    }

    /** How what isn't set aside for a category goes; for the writer who has locked the commitment's accounts. */
    public Uni<Course> course(String id, String currency) {
        return ledger.course(new Accounts(id).pledged(), currency);
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
