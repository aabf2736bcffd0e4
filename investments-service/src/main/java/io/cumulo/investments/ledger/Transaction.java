package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A transaction in the journal, as it is answered.
 *
 * @param on when it happened, as precise as its source
 * @param effectiveOn from which day on it counts in balances
 * @param recordedAt when Cumulo learnt it
 * @param description in an editor's words, or null
 * @param commitment whose money it moved, or null
 * @param reverses the transaction that it undoes, or null
 * @param replaces the reversed transaction that it puts right, or null
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
        String commitment,
        String reverses,
        String replaces,
        List<Citation> sources,
        List<Posting> postings) {}
