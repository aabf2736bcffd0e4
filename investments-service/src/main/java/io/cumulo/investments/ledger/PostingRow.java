package io.cumulo.investments.ledger;

import io.cumulo.kit.value.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A row of {@code ledger_posting}. */
@Entity
@Immutable
@Table(name = "ledger_posting")
class PostingRow {

    /** Which one of which transaction, counted from 1. */
    @Embeddable
    record Place(String transactionId, int number) {}

    @EmbeddedId
    Place place;

    LocalDate effectiveOn;

    String source;

    String destination;

    BigDecimal amount;

    String currency;

    static PostingRow of(TransactionRow transaction, int number, Posting posting) {
        PostingRow row = new PostingRow();
        row.place = new Place(transaction.id, number);
        row.effectiveOn = transaction.effectiveOn;
        row.source = posting.source().path();
        row.destination = posting.destination().path();
        row.amount = posting.amount().amount();
        row.currency = posting.amount().currency();
        return row;
    }

    Posting posting() {
        return new Posting(new Account(source), new Account(destination), new Money(amount, currency));
    }
}
