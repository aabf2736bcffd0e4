package io.cumulo.investments.iati;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.cumulo.investments.commitment.Commitment;
import io.cumulo.investments.commitment.FiledCommitments;
import io.cumulo.investments.commitment.Movement;
import io.cumulo.investments.commitment.Movements;
import io.cumulo.investments.commitment.Pledges;
import io.cumulo.investments.iati.Commitments.Promise;
import io.cumulo.investments.ledger.Account;
import io.cumulo.investments.ledger.Course;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        return together(update, editor)
                .call(() -> InTurn.each(update.pledges(), pledges::requireNothingLeft))
                .call(() -> posted.withdrawn(update.activity().key(), update.dropped()))
                .chain(moved -> spend(update, editor).map(spent -> moved || spent));
    }

    /** What is withdrawn, and what is promised. */
    private Uni<Boolean> together(Update update, String editor) {
        List<NewTransaction> before = new ArrayList<>(update.reversals());
        update.pledges().forEach(due -> before.addAll(due.transactions()));
        Map<IatiTransaction, Promise> revisions = update.revisions();
        return prepared(TransactionKind.REVISION, update.activity(), revisions)
                .chain(prepared -> post(update, before, List.copyOf(revisions.keySet()), prepared, editor));
    }

    /** What was spent: within what is promised as long as that holds enough, in the order of days. */
    private Uni<Boolean> spend(Update update, String editor) {
        List<IatiTransaction> spending = update.spending();
        return within(update, spending)
                .chain(within -> prepared(TransactionKind.DISBURSEMENT, update.activity(), within))
                .chain(prepared -> {
                    Map<IatiTransaction, NewTransaction> all = new HashMap<>(prepared);
                    spending.forEach(spent -> all.computeIfAbsent(spent, one -> beyond(update.activity(), one)));
                    all.replaceAll((spent, transaction) -> transaction.replacing(update.replacedBy(spent)));
                    return post(update, List.of(), spending, all, editor);
                });
    }

    /** The promises of which there was enough left for what was spent. */
    private Uni<Map<IatiTransaction, Promise>> within(Update update, List<IatiTransaction> spending) {
        Map<String, Promise> asked = new LinkedHashMap<>();
        spending.forEach(spent -> update.promiseFor(spent).ifPresent(promise -> asked.put(promise.id(), promise)));
        Map<String, Course> courses = new HashMap<>();
        return InTurn.each(asked.values(), promise -> movements
                        .course(promise.id(), promise.currency())
                        .invoke(course -> courses.put(promise.id(), course)))
                .map(all -> {
                    Map<IatiTransaction, Promise> within = new LinkedHashMap<>();
                    spending.forEach(spent -> update.promiseFor(spent)
                            .filter(promise -> courses.get(promise.id())
                                    .draw(spent.on(), spent.amount().amount()))
                            .ifPresent(promise -> within.put(spent, promise)));
                    return within;
                });
    }

    /** The transactions of the ledger that transactions of the activity come to, each as a movement of its promise. */
    private Uni<Map<IatiTransaction, NewTransaction>> prepared(
            TransactionKind kind, IatiActivity activity, Map<IatiTransaction, Promise> told) {
        Map<String, List<IatiTransaction>> ofEach = told.keySet().stream()
                .collect(groupingBy(transaction -> told.get(transaction).id(), LinkedHashMap::new, toList()));
        Map<IatiTransaction, NewTransaction> prepared = new HashMap<>();
        return InTurn.each(ofEach.entrySet(), ofOne -> movements
                        .prepared(
                                kind,
                                ofOne.getKey(),
                                ofOne.getValue().stream()
                                        .map(transaction -> movement(activity, transaction))
                                        .toList())
                        .invoke(transactions -> IntStream.range(0, transactions.size())
                                .forEach(at -> prepared.put(ofOne.getValue().get(at), transactions.get(at)))))
                .replaceWith(prepared);
    }

    /**
     * Posts, and keeps what became of the activity's transactions.
     *
     * @param before what is posted with them
     * @param told of the activity, in the order in which they are posted
     * @param prepared what each comes to
     * @return whether anything was posted
     */
    private Uni<Boolean> post(
            Update update,
            List<NewTransaction> before,
            List<IatiTransaction> told,
            Map<IatiTransaction, NewTransaction> prepared,
            String editor) {
        List<NewTransaction> all = new ArrayList<>(before);
        told.forEach(transaction -> all.add(prepared.get(transaction)));
        return all.isEmpty()
                ? Uni.createFrom().item(false)
                : ledger.post(all, editor)
                        .chain(done -> posted.posted(
                                update.activity().key(),
                                told.stream().map(IatiTransaction::fingerprint).toList(),
                                done.stream()
                                        .skip(before.size())
                                        .map(Transaction::id)
                                        .toList()))
                        .replaceWith(true);
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
