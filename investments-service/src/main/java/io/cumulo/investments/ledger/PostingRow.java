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

    Posting posting() {
        return new Posting(source, destination, new Money(amount, currency));
    }
}
