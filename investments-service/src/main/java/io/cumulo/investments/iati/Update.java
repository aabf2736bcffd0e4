package io.cumulo.investments.iati;

import io.cumulo.investments.commitment.Pledges;
import io.cumulo.investments.iati.Commitments.Promise;
import io.cumulo.investments.ledger.NewTransaction;
import io.cumulo.investments.ledger.Transaction;
import io.cumulo.investments.ledger.TransactionKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be posted so that the ledger says what an activity tells. What an editor has reversed is as good as withdrawn, and stays so as long as it is
 * told.
 *
 * @param promises that it tells of
 * @param pledges what its commitments need
 * @param posted ids of what was posted for it, by fingerprint
 * @param transactions the same, by id; needed unless {@link #takesNothingBack}
 */
record Update(
        IatiActivity activity,
        List<Promise> promises,
        List<Pledges.Due> pledges,
        Map<String, String> posted,
        Map<String, Transaction> transactions) {

    private static final String SHRUNK =
            "What was promised is less now, or promised on another day: what was spent of it is posted anew";

    Update(IatiActivity activity, List<Promise> promises, List<Pledges.Due> pledges, Map<String, String> posted) {
        this(activity, promises, pledges, posted, Map.of());
    }

    Update knowing(List<Transaction> found) {
        return new Update(
                activity,
                promises,
                pledges,
                posted,
                found.stream().collect(Collectors.toMap(Transaction::id, Function.identity())));
    }

    /** Whether all that was posted stays, as it does where a file only goes on. */
    boolean takesNothingBack() {
        return dropped().isEmpty()
                && reductions().findAny().isEmpty()
                && pledges.stream().noneMatch(Pledges.Due::takesBack);
    }

    /** What is promised beyond the first of each promise and isn't posted, with what it revises. */
    Map<IatiTransaction, Promise> revisions() {
        Map<IatiTransaction, Promise> revisions = new LinkedHashMap<>();
        promises.forEach(promise -> promise.revisions()
                .filter(revision -> !posted.containsKey(revision.fingerprint()))
                .forEach(revision -> revisions.put(revision, promise)));
        return revisions;
    }

    /** What was spent and isn't posted, or is to be posted anew; in the order of its days. */
    List<IatiTransaction> spending() {
        Set<String> shrunk = shrunk();
        return spent().filter(spent -> !posted.containsKey(spent.fingerprint()) || isAmiss(spent, shrunk))
                .toList();
    }

    /** The promise that a disbursement is made within, if there is enough of it: the publisher's own, in the same currency and made by then. */
    Optional<Promise> promiseFor(IatiTransaction spent) {
        return promises.stream()
                .filter(one -> one.currency().equals(spent.amount().currency()))
                .filter(one -> one.first().type() == TransactionType.OUTGOING_COMMITMENT)
                .filter(one -> !spent.on().isBefore(one.first().on()))
                .findFirst();
    }

    /** The transaction in whose place a disbursement is posted. */
    Optional<String> replacedBy(IatiTransaction spent) {
        return Optional.ofNullable(posted.get(spent.fingerprint()));
    }

    /** Fingerprints of what was posted and isn't told any more. */
    List<String> dropped() {
        Set<String> told = Stream.concat(promises.stream().flatMap(Promise::revisions), spent())
                .map(IatiTransaction::fingerprint)
                .collect(Collectors.toSet());
        return posted.keySet().stream()
                .filter(fingerprint -> !told.contains(fingerprint))
                .toList();
    }

    /** Of what isn't told any more, and of what is posted anew. */
    List<NewTransaction> reversals() {
        Set<String> shrunk = shrunk();
        Stream<String> amiss = spent().filter(spent -> isAmiss(spent, shrunk)).map(IatiTransaction::fingerprint);
        return Stream.concat(undone(dropped().stream(), ActivityBook.NOT_TOLD), undone(amiss, SHRUNK))
                .toList();
    }

    private Stream<NewTransaction> undone(Stream<String> fingerprints, String reason) {
        return standing(fingerprints)
                .map(transaction -> NewTransaction.reversalOf(transaction, reason, List.of(activity.source())));
    }

    private Stream<IatiTransaction> spent() {
        return activity.transactions().stream()
                .filter(transaction -> !transaction.type().isCommitment()
                        && transaction.amount().amount().signum() > 0)
                .sorted(Comparator.comparing(IatiTransaction::on));
    }

    /** Whether a disbursement stands within a commitment that may not hold it any more. */
    private boolean isAmiss(IatiTransaction spent, Set<String> shrunk) {
        return standing(Stream.of(spent.fingerprint()))
                .anyMatch(transaction -> transaction.commitment() != null && shrunk.contains(transaction.commitment()));
    }

    /** The commitments of which less may be promised on some day than was. */
    private Set<String> shrunk() {
        Set<String> shrunk = new HashSet<>();
        pledges.stream()
                .filter(Pledges.Due::takesBack)
                .forEach(pledge -> shrunk.add(pledge.commitment().id()));
        standing(dropped().stream())
                .filter(transaction -> transaction.kind() == TransactionKind.REVISION)
                .forEach(revision -> shrunk.add(revision.commitment()));
        reductions().forEach(promise -> shrunk.add(promise.id()));
        return shrunk;
    }

    /** What is revised to less. */
    private Stream<Promise> reductions() {
        return revisions().entrySet().stream()
                .filter(revision -> revision.getKey().amount().amount().signum() < 0)
                .map(Map.Entry::getValue);
    }

    /** Those that nobody has reversed. */
    private Stream<Transaction> standing(Stream<String> fingerprints) {
        return fingerprints
                .flatMap(fingerprint -> Optional.ofNullable(posted.get(fingerprint)).stream())
                .flatMap(id -> Optional.ofNullable(transactions.get(id)).stream())
                .filter(transaction -> transaction.reversedBy() == null);
    }
}
