package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transaction that is to be posted: all of it or nothing.
 *
 * @param commitment whose money it moves
 * @param on when it happened, as precisely as known
 * @param effectiveOn from which day on it counts: one of those that {@code on} can mean
 * @param description in an editor's words
 * @param metadata what else is to be kept with it
 * @param sources who printed it: at least one
 * @param reverses the transaction that it undoes; only for a reversal
 * @param replaces the reversed transaction that it puts right
 * @param postings 1 to 100
 */
public record NewTransaction(
        TransactionKind kind,
        Optional<String> commitment,
        PartialDate on,
        LocalDate effectiveOn,
        Optional<String> description,
        Map<String, String> metadata,
        List<Citation> sources,
        Optional<String> reverses,
        Optional<String> replaces,
        List<Posting> postings) {

    static final int MAX_POSTINGS = 100;

    public NewTransaction {
        metadata = Map.copyOf(metadata);
        sources = List.copyOf(sources);
        postings = List.copyOf(postings);
        if (sources.isEmpty() || postings.isEmpty() || postings.size() > MAX_POSTINGS) {
            throw new IllegalArgumentException("a transaction has a source and moves something");
        }
        if (effectiveOn.isBefore(on.first()) || effectiveOn.isAfter(on.last())) {
            throw new IllegalArgumentException(effectiveOn + " isn't a day that " + on.text() + " can mean");
        }
        if (reverses.isPresent() != (kind == TransactionKind.REVERSAL)) {
            throw new IllegalArgumentException("a reversal, and nothing else, names what it undoes");
        }
    }

    /** Between which it moves money. */
    List<Account> accounts() {
        return postings.stream().flatMap(Posting::accounts).toList();
    }

    /** What moves a commitment's money, on the first day that its date can mean. */
    public static NewTransaction of(
            TransactionKind kind,
            String commitment,
            PartialDate on,
            Optional<String> description,
            List<Citation> sources,
            List<Posting> postings) {
        return new NewTransaction(
                kind,
                Optional.of(commitment),
                on,
                on.first(),
                description,
                Map.of(),
                sources,
                Optional.empty(),
                Optional.empty(),
                postings);
    }

    /** What undoes a transaction, as if it had never been: on its own day, every posting on its way back. */
    public static NewTransaction reversalOf(Transaction mistake, String reason, List<Citation> sources) {
        return new NewTransaction(
                TransactionKind.REVERSAL,
                Optional.ofNullable(mistake.commitment()),
                mistake.on(),
                mistake.effectiveOn(),
                Optional.of(reason),
                Map.of(),
                sources,
                Optional.of(mistake.id()),
                Optional.empty(),
                mistake.postings().stream().map(Posting::reversed).toList());
    }

    /** The same, taking effect on another of the days that its date can mean. */
    public NewTransaction effectiveOn(LocalDate day) {
        return new NewTransaction(
                kind, commitment, on, day, description, metadata, sources, reverses, replaces, postings);
    }

    /** The same, in the place of a reversed one. */
    public NewTransaction replacing(Optional<String> reversed) {
        return new NewTransaction(
                kind, commitment, on, effectiveOn, description, metadata, sources, reverses, reversed, postings);
    }
}
