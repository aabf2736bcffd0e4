package io.cumulo.disputes.docket;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A row of {@code docket_entry}. */
@Entity
@Table(name = "docket_entry")
class EntryVersion extends FactVersion<StatedEntry> {

    @Embedded
    StatedEntry body;

    @Override
    protected StatedEntry body() {
        return body;
    }

    @Override
    protected void body(StatedEntry body) {
        this.body = body;
    }

    /** The entry as the rules see it. Entries of one docket are recorded one after the other, so their instants put them in order. */
    DocketEntry underRules() {
        return body.underRules(factId(), ChronoUnit.MICROS.between(Instant.EPOCH, toFact().recordedAt()));
    }
}
