package io.cumulo.disputes.docket;

import io.cumulo.kit.fact.FactVersion;
import io.cumulo.kit.fact.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code docket_entry}. */
@Entity
@Table(name = "docket_entry")
class EntryVersion extends FactVersion<StatedEntry> {

    @Embedded
    StatedEntry body;

    /** When the first version of the entry was recorded; set by the database. */
    @Column(insertable = false, updatable = false)
    Instant enteredAt;

    @Override
    protected StatedEntry body() {
        return body;
    }

    @Override
    protected void body(StatedEntry body) {
        this.body = body;
    }

    /** When its first version was recorded. */
    Instant enteredAt() {
        return enteredAt;
    }

    boolean isRetracted() {
        return toFact().standing() == Standing.RETRACTED;
    }
}
