package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A transaction in the journal, as it is answered.
 *
 * @param on when it happened, as precise as its source
 * @param effectiveOn from which day on it counts in balances
 * @param recordedAt when Cumulo learnt it
 * @param description in an editor's words, or null
 * @param metadata what else is kept with it
 * @param commitment whose money it moved, or null
 * @param reverses the transaction that it undoes, or null
 * @param reversedBy the transaction that undoes it, when that was known, or null
 * @param replaces the reversed transaction that it puts right, or null
 * @param replacedBy the transaction that puts it right, when that was known, or null
 * @param postings what moved
 */
public record Transaction(
        String id,
        TransactionKind kind,
        PartialDate on,
        LocalDate effectiveOn,
        Instant recordedAt,
        String recordedBy,
        String description,
        Map<String, String> metadata,
        String commitment,
        String reverses,
        String reversedBy,
        String replaces,
        String replacedBy,
        List<Citation> sources,
        List<Posting> postings) {

    public Transaction {
        metadata = Map.copyOf(metadata);
        sources = List.copyOf(sources);
        postings = List.copyOf(postings);
    }
}
