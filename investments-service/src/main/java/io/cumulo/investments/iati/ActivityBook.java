package io.cumulo.investments.iati;

import io.cumulo.investments.commitment.Movement;
import io.cumulo.investments.commitment.Movements;
import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Posting;
import io.cumulo.investments.ledger.Reversal;
import io.cumulo.investments.ledger.Reversals;
import io.cumulo.investments.ledger.Transaction;
import io.cumulo.investments.ledger.TransactionKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the ledger to what an activity tells, all of it in one transaction of the database. What is spent within a commitment is its disbursement; what is
 * spent beyond, or without one, stands at the activity's own account: nothing is pledged that nobody promised, and nothing that was spent is lost.
 */
@ApplicationScoped
class ActivityBook {

    private static final String SPENT = "spent-beyond-commitments";

    private final Ledger ledger;
    private final Reversals reversals;
    private final Movements movements;
    private final Commitments commitments;
    private final ActivityRepository posted;

    ActivityBook(
            Ledger ledger,
            Reversals reversals,
            Movements movements,
            Commitments commitments,
            ActivityRepository posted) {
        this.ledger = ledger;
        this.reversals = reversals;
        this.movements = movements;
        this.commitments = commitments;
        this.posted = posted;
    }

    /** Whether anything was recorded. */
    Uni<Boolean> record(IatiActivity activity, List<Commitments.Promise> promises, String editor) {
        List<IatiTransaction> wanted = Stream.concat(
                        promises.stream()
                                .flatMap(promise -> promise.promises().stream().skip(1)),
                        activity.transactions().stream()
                                .filter(transaction -> !transaction.type().isCommitment()
                                        && transaction.amount().amount().signum() > 0)
                                .sorted(Comparator.comparing(IatiTransaction::on)))
                .toList();
        return ledger.lock(accounts(activity, promises))
                .chain(() -> posted.standing(activity.key()))
                .chain(standing -> withdraw(activity, wanted, standing, editor)
                        .chain(withdrawn -> inTurn(promises, promise -> commitments.record(activity, promise, editor))
                                .chain(recorded -> inTurn(
                                                news(wanted, standing),
                                                transaction -> post(activity, promises, transaction, editor))
                                        .map(added -> withdrawn || recorded || added))));
    }

    private static List<Account> accounts(IatiActivity activity, List<Commitments.Promise> promises) {
        List<Account> accounts = new ArrayList<>(List.of(beyond(activity)));
        promises.forEach(promise -> accounts.add(Account.at("commitments", promise.id(), "pledged")));
        return accounts;
    }

    private static Account beyond(IatiActivity activity) {
        return Account.at("activities", activity.key(), SPENT);
    }

    private static List<IatiTransaction> news(List<IatiTransaction> wanted, Map<String, String> standing) {
        return wanted.stream()
                .filter(transaction -> !standing.containsKey(transaction.fingerprint()))
                .toList();
    }

    private Uni<Boolean> withdraw(
            IatiActivity activity, List<IatiTransaction> wanted, Map<String, String> standing, String editor) {
        Set<String> told = wanted.stream().map(IatiTransaction::fingerprint).collect(Collectors.toSet());
        Reversal reversal = new Reversal("The activity doesn't tell of it any more", List.of(activity.source()));
        return inTurn(
                standing.entrySet().stream()
                        .filter(entry -> !told.contains(entry.getKey()))
                        .toList(),
                entry -> reversals
                        .reverse(entry.getValue(), reversal, editor)
                        .chain(() -> posted.reversed(activity.key(), entry.getKey()))
                        .replaceWith(true));
    }

    private Uni<Boolean> post(
            IatiActivity activity, List<Commitments.Promise> promises, IatiTransaction transaction, String editor) {
        return posting(activity, promises, transaction, editor)
                .chain(done -> posted.posted(activity.key(), transaction.fingerprint(), done.id()))
                .replaceWith(true);
    }

    private Uni<Transaction> posting(
            IatiActivity activity, List<Commitments.Promise> promises, IatiTransaction transaction, String editor) {
        if (transaction.type().isCommitment()) {
            Commitments.Promise promise = promises.stream()
                    .filter(one -> one.promises().contains(transaction))
                    .findFirst()
                    .orElseThrow();
            return movements.post(TransactionKind.REVISION, promise.id(), movement(activity, transaction), editor);
        }
        Optional<Commitments.Promise> promise = promises.stream()
                .filter(one -> one.currency().equals(transaction.amount().currency()))
                .filter(one -> one.first().type() == TransactionType.OUTGOING_COMMITMENT)
                .filter(one -> !transaction.on().isBefore(one.first().on()))
                .findFirst();
        return promise.isEmpty()
                ? beyond(activity, transaction, editor)
                : movements
                        .available(promise.get().id(), transaction.amount().currency(), transaction.on())
                        .chain(available -> available
                                                .amount()
                                                .compareTo(transaction.amount().amount())
                                        >= 0
                                ? movements.post(
                                        TransactionKind.DISBURSEMENT,
                                        promise.get().id(),
                                        movement(activity, transaction),
                                        editor)
                                : beyond(activity, transaction, editor));
    }

    private Uni<Transaction> beyond(IatiActivity activity, IatiTransaction transaction, String editor) {
        return ledger.post(
                new NewTransaction(
                        TransactionKind.DISBURSEMENT,
                        Optional.empty(),
                        transaction.date(),
                        transaction.on(),
                        transaction.description(),
                        Map.of("iati-identifier", shortened(activity.identifier())),
                        List.of(activity.source()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Posting(Account.WORLD, beyond(activity), transaction.amount()))),
                editor);
    }

    private static Movement movement(IatiActivity activity, IatiTransaction transaction) {
        return new Movement(
                transaction.amount(),
                transaction.date(),
                null,
                transaction.description().map(ActivityBook::shortened).orElse(null),
                null,
                List.of(activity.source()));
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    /** One after the other; whether any of them changed something. */
    private static <T> Uni<Boolean> inTurn(List<T> items, Function<T, Uni<Boolean>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList()
                .map(changes -> changes.contains(true));
    }
}
