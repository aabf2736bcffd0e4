package io.cumulo.investments.iati;

import io.cumulo.investments.commitment.Commitment;
import io.cumulo.investments.commitment.FiledCommitments;
import io.cumulo.investments.commitment.Movement;
import io.cumulo.investments.commitment.Movements;
import io.cumulo.investments.commitment.Pledges;
import io.cumulo.investments.iati.Commitments.Promise;
import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Posting;
import io.cumulo.investments.ledger.Transaction;
import io.cumulo.investments.ledger.TransactionKind;
import io.cumulo.kit.fact.Written;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Brings the ledger to what an activity tells, all of it in one transaction of the database. What is spent within a commitment is its disbursement; what is
 * spent beyond, or without one, stands at the activity's own account: nothing is pledged that nobody promised, and nothing that was spent is lost. What is
 * withdrawn, and what is promised, is posted together: only what it comes to may leave no account below zero.
 */
@ApplicationScoped
class ActivityBook {

    /** Why what a file told is taken back. */
    static final String NOT_TOLD = "The activity doesn't tell of it any more";

    private static final String SPENT = "spent-beyond-commitments";

    private final Ledger ledger;
    private final Movements movements;
    private final Pledges pledges;
    private final FiledCommitments filed;
    private final Commitments commitments;
    private final ActivityRepository posted;

    ActivityBook(
            Ledger ledger,
            Movements movements,
            Pledges pledges,
            FiledCommitments filed,
            Commitments commitments,
            ActivityRepository posted) {
        this.ledger = ledger;
        this.movements = movements;
        this.pledges = pledges;
        this.filed = filed;
        this.commitments = commitments;
        this.posted = posted;
    }

    /** Whether anything was recorded. */
    Uni<Boolean> record(IatiActivity activity, List<Promise> promises, String editor) {
        return posted.lock(activity.key())
                .chain(() -> posted.commitments(activity.key()))
                .call(known -> lock(activity, promises, known.keySet()))
                .chain(known -> commitments.record(activity, promises, known, editor))
                .chain(recorded -> update(activity, promises, recorded)
                        .chain(update -> settle(update, editor))
                        .map(moved -> moved || isNews(recorded)));
    }

    private static boolean isNews(List<Written<Commitment>> recorded) {
        return recorded.stream().anyMatch(written -> written.outcome() != Written.Outcome.UNCHANGED);
    }

    /** All that the activity told or tells of, so that nothing has to be locked later: its commitments, and then their accounts with its own. */
    private Uni<Void> lock(IatiActivity activity, List<Promise> promises, Collection<String> known) {
        Set<String> ids = new TreeSet<>(known);
        promises.forEach(promise -> ids.add(promise.id()));
        List<Account> accounts = new ArrayList<>(List.of(beyond(activity)));
        ids.forEach(id -> accounts.add(Account.at("commitments", id)));
        return filed.lock(ids).chain(() -> ledger.lock(accounts));
    }

    private static Account beyond(IatiActivity activity) {
        return Account.at("activities", activity.key(), SPENT);
    }

    private Uni<Update> update(IatiActivity activity, List<Promise> promises, List<Written<Commitment>> recorded) {
        return InTurn.each(recorded, written -> pledges.due(written.fact()))
                .chain(due ->
                        posted.standing(activity.key()).map(standing -> new Update(activity, promises, due, standing)))
                .chain(update -> update.takesNothingBack()
                        ? Uni.createFrom().item(update)
                        : ledger.find(update.posted().values()).map(update::knowing));
    }

    /** Whether anything was posted. */
    private Uni<Boolean> settle(Update update, String editor) {
        List<IatiTransaction> spending = update.spending();
        return together(update, editor)
                .call(() -> InTurn.each(update.pledges(), due -> pledges.requireNothingLeft(due)))
                .call(() -> InTurn.each(
                        update.dropped(),
                        dropped -> posted.withdrawn(update.activity().key(), dropped)))
                .call(() -> InTurn.each(spending, spent -> spend(update, spent, editor)))
                .map(moved -> moved || !spending.isEmpty());
    }

    /** What is withdrawn, and what is promised. */
    private Uni<Boolean> together(Update update, String editor) {
        Map<IatiTransaction, Promise> revisions = update.revisions();
        return InTurn.each(
                        revisions.entrySet(),
                        revision -> movements.prepared(
                                TransactionKind.REVISION,
                                revision.getValue().id(),
                                movement(update.activity(), revision.getKey())))
                .chain(prepared -> {
                    List<NewTransaction> all = new ArrayList<>(update.reversals());
                    update.pledges().forEach(due -> all.addAll(due.transactions()));
                    int first = all.size();
                    all.addAll(prepared);
                    return all.isEmpty()
                            ? Uni.createFrom().item(false)
                            : ledger.post(all, editor)
                                    .chain(done -> posted(
                                            update.activity(),
                                            List.copyOf(revisions.keySet()),
                                            done.subList(first, done.size())))
                                    .replaceWith(true);
                });
    }

    /** @param done what they became, in the same order */
    private Uni<List<Void>> posted(IatiActivity activity, List<IatiTransaction> transactions, List<Transaction> done) {
        return InTurn.each(
                IntStream.range(0, done.size()).boxed().toList(),
                at -> posted.posted(
                        activity.key(),
                        transactions.get(at).fingerprint(),
                        done.get(at).id()));
    }

    private Uni<Void> spend(Update update, IatiTransaction spent, String editor) {
        return spending(update, spent)
                .chain(transaction -> ledger.post(transaction.replacing(update.replacedBy(spent)), editor))
                .chain(done -> posted.posted(update.activity().key(), spent.fingerprint(), done.id()));
    }

    private Uni<NewTransaction> spending(Update update, IatiTransaction spent) {
        Uni<NewTransaction> beyond = Uni.createFrom().item(() -> beyond(update.activity(), spent));
        return update.promises().stream()
                .filter(one -> one.currency().equals(spent.amount().currency()))
                .filter(one -> one.first().type() == TransactionType.OUTGOING_COMMITMENT)
                .filter(one -> !spent.on().isBefore(one.first().on()))
                .findFirst()
                .map(promise -> movements
                        .available(promise.id(), promise.currency(), spent.on())
                        .chain(available ->
                                available.amount().compareTo(spent.amount().amount()) < 0
                                        ? beyond
                                        : movements.prepared(
                                                TransactionKind.DISBURSEMENT,
                                                promise.id(),
                                                movement(update.activity(), spent))))
                .orElse(beyond);
    }

    private static NewTransaction beyond(IatiActivity activity, IatiTransaction spent) {
        return new NewTransaction(
                TransactionKind.DISBURSEMENT,
                Optional.empty(),
                spent.date(),
                spent.on(),
                spent.description(),
                Map.of("iati-identifier", shortened(activity.identifier())),
                List.of(activity.source()),
                Optional.empty(),
                Optional.empty(),
                List.of(new Posting(Account.WORLD, beyond(activity), spent.amount())));
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
}
