package io.cumulo.disputes.docket;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row of what the fold of a docket says, from when to when on the record's clock. */
@MappedSuperclass
abstract class FoldedRow {

    @Id
    UUID id;

    String dispute;

    LocalDate startsOn;

    LocalDate endsOn;

    @Column(insertable = false, updatable = false)
    Instant recordedFrom;

    @Column(insertable = false, updatable = false)
    Instant recordedTo;

    /** What it says, to be compared. */
    abstract Object content();
}
