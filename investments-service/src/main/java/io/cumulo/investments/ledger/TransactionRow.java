package io.cumulo.investments.ledger;

import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;

/** A row of {@code ledger_transaction}. */
@Entity
@Immutable
@Table(name = "ledger_transaction")
class TransactionRow {

    @Id
    String id;

    @Enumerated(EnumType.STRING)
    TransactionKind kind;

    PartialDate statedOn;

    LocalDate effectiveOn;

    /** By the database's clock. */
    @Column(insertable = false)
    Instant recordedAt;

    String description;

    String commitment;

    String reverses;

    String replaces;

    @JdbcType(JsonbType.class)
    List<Citation> sources;

    String recordedBy;

    Transaction with(List<Posting> postings) {
        return new Transaction(
                id,
                kind,
                statedOn,
                effectiveOn,
                recordedAt,
                recordedBy,
                description,
                commitment,
                reverses,
                replaces,
                sources,
                postings);
    }
}
