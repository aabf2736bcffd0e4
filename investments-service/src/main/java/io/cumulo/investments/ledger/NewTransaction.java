package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.util.List;
import java.util.Optional;

/**
 * A transaction that is to be posted.
 *
 * @param commitment whose money it moves
 * @param on when it happened, as precisely as known; it takes effect on the first day that this can mean
 * @param description in an editor's words
 * @param sources who printed it: at least one
 * @param transfers at least one
 */
public record NewTransaction(
        TransactionKind kind,
        Optional<String> commitment,
        PartialDate on,
        Optional<String> description,
        List<Citation> sources,
        List<Transfer> transfers) {

    public NewTransaction {
        sources = List.copyOf(sources);
        transfers = List.copyOf(transfers);
        if (sources.isEmpty() || transfers.isEmpty()) {
            throw new IllegalArgumentException("a transaction has a source and moves something");
        }
    }
}
