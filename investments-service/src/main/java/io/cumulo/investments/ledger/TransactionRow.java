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
import java.util.Map;
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

    @JdbcType(JsonbType.class)
    Map<String, String> metadata;

    String commitment;

    String reverses;

    String replaces;

    @JdbcType(JsonbType.class)
    List<Citation> sources;

    String recordedBy;

    static TransactionRow of(String id, NewTransaction transaction, String editor, Instant recordedAt) {
        TransactionRow row = new TransactionRow();
        row.id = id;
        row.kind = transaction.kind();
        row.statedOn = transaction.on();
        row.effectiveOn = transaction.effectiveOn();
        row.recordedAt = recordedAt;
        row.description = transaction.description().orElse(null);
        row.metadata = transaction.metadata();
        row.commitment = transaction.commitment().orElse(null);
        row.reverses = transaction.reverses().orElse(null);
        row.replaces = transaction.replaces().orElse(null);
        row.sources = transaction.sources();
        row.recordedBy = editor;
        return row;
    }

    /**
     * As it is answered.
     *
     * @param reversedBy its reversal, or null
     * @param replacedBy its replacement, or null
     */
    Transaction with(String reversedBy, String replacedBy, List<Posting> postings) {
        return new Transaction(
                id,
                kind,
                statedOn,
                effectiveOn,
                recordedAt,
                recordedBy,
                description,
                metadata,
                commitment,
                reverses,
                reversedBy,
                replaces,
                replacedBy,
                sources,
                postings);
    }
}
