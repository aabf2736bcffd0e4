package io.cumulo.investments.ledger;

/** How a transaction is written in a format for export. */
interface JournalText {

    /** What comes before the first transaction. */
    String head();

    /** The transaction, with the line's end. */
    String of(Transaction transaction);
}
