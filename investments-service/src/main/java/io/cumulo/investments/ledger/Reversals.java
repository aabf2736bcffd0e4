package io.cumulo.investments.ledger;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How mistakes in the journal are set right: a transaction is undone once at most, and what was undone is replaced once at most. */
@ApplicationScoped
public class Reversals {

    private final Ledger ledger;

    Reversals(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Undoes a transaction in the current database transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none, 409 when it is undone already, follows something else that has
     *     to be corrected instead, or when an account would fall below zero without it
     */
    public Uni<Transaction> reverse(String id, Reversal reversal, String editor) {
        return ledger.find(id)
                .map(found -> found.orElseThrow(
                        () -> Problem.NOT_FOUND.because("No transaction " + id + " was ever recorded")))
                .chain(mistake -> locked(mistake, List.of()))
                .invoke(Reversals::requireReversible)
                .chain(mistake ->
                        ledger.post(NewTransaction.reversalOf(mistake, reversal.reason(), reversal.sources()), editor));
    }

    /**
     * Checks that a transaction may be replaced, and keeps it so until the current database transaction ends.
     *
     * @param commitment whose money the replacement moves
     * @param accounts between which it does: locked together with those of what it replaces, for accounts are locked in one order
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when there is no such transaction of the commitment, 409 when it isn't reversed or
     *     has a replacement
     */
    public Uni<Void> requireReplaceable(
            Optional<String> replaced, Optional<String> commitment, List<Account> accounts) {
        if (replaced.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ledger.find(replaced.get())
                .map(found -> found.filter(
                                known -> Optional.ofNullable(known.commitment()).equals(commitment))
                        .orElseThrow(() -> Problem.INVALID_BODY.because(
                                "1 member of the body is wrong",
                                List.of(Fault.at(
                                        "/replaces",
                                        "no transaction " + replaced.get() + " is recorded that moved this money")))))
                .chain(mistake -> locked(mistake, accounts))
                .invoke(mistake -> {
                    if (mistake.reversedBy() == null || mistake.replacedBy() != null) {
                        throw LedgerProblem.NOT_REPLACEABLE.because(
                                mistake.reversedBy() == null
                                        ? "It stands; reverse it first"
                                        : "It was replaced by " + mistake.replacedBy());
                    }
                })
                .replaceWithVoid();
    }

    /** As it stands for the only writer at its accounts, and at others. */
    private Uni<Transaction> locked(Transaction known, List<Account> others) {
        List<Account> accounts = Stream.concat(known.postings().stream().flatMap(Posting::accounts), others.stream())
                .toList();
        return ledger.lock(accounts).chain(() -> ledger.find(known.id())).map(Optional::orElseThrow);
    }

    private static void requireReversible(Transaction mistake) {
        if (mistake.reversedBy() != null) {
            throw LedgerProblem.ALREADY_REVERSED
                    .builder("By " + mistake.reversedBy())
                    .with("reversedBy", mistake.reversedBy())
                    .build();
        }
        if (mistake.kind() == TransactionKind.REVERSAL) {
            throw LedgerProblem.NOT_REVERSIBLE.because(
                    "A reversal stands; what it undid by mistake is posted again, naming in `replaces` what it replaces");
        }
        if (mistake.kind() == TransactionKind.PLEDGE && mistake.commitment() != null) {
            throw LedgerProblem.NOT_REVERSIBLE.because(
                    "The pledge follows its commitment: correct or retract /v1/commitments/" + mistake.commitment());
        }
        if (mistake.postings().stream()
                .anyMatch(posting -> posting.source().root().equals("disputes")
                        || posting.destination().root().equals("disputes"))) {
            throw LedgerProblem.NOT_REVERSIBLE.because("The moves of a security follow the dispute's docket");
        }
    }
}
