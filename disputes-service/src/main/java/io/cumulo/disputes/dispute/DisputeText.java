package io.cumulo.disputes.dispute;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the view {@code dispute_text}: the words of a version of a dispute or of an entry on its docket, to be searched and never read. */
@Entity
@Immutable
@Table(name = "dispute_text")
class DisputeText {

    @Id
    UUID id;

    String subject;

    LocalDate validFrom;

    LocalDate validTo;

    Instant recordedFrom;

    Instant recordedTo;

    String search;
}
