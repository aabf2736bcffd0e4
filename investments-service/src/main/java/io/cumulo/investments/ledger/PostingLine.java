package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A posting with its transaction, as a line of a table.
 *
 * @param number which of the transaction's postings, counted from 1
 */
record PostingLine(
        String transaction,
        int number,
        String kind,
        String on,
        String effectiveOn,
        String recordedAt,
        Account source,
        Account destination,
        Money amount,
        String commitment,
        String reverses,
        String replaces,
        String description) {

    static List<PostingLine> of(Transaction transaction) {
        return IntStream.range(0, transaction.postings().size())
                .mapToObj(at -> of(transaction, at + 1, transaction.postings().get(at)))
                .toList();
    }

    private static PostingLine of(Transaction transaction, int number, Posting posting) {
        return new PostingLine(
                transaction.id(),
                number,
                transaction.kind().text(),
                transaction.on().text(),
                transaction.effectiveOn().toString(),
                transaction.recordedAt().toString(),
                posting.source(),
                posting.destination(),
                posting.amount(),
                transaction.commitment(),
                transaction.reverses(),
                transaction.replaces(),
                transaction.description());
    }
}
