package io.cumulo.disputes.docket;

import io.cumulo.kit.storage.UniqueIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A row of {@code suspending_order}: an order that suspends performance, as the fold of its docket says since {@code recordedFrom}. */
@Entity
@Table(name = "suspending_order")
class SuspendingOrder {

    @Id
    UUID id;

    String dispute;

    String entry;

    @Enumerated(EnumType.STRING)
    CourtOrder.Type type;

    LocalDate startsOn;

    LocalDate endsOn;

    String endedBy;

    @Column(insertable = false, updatable = false)
    Instant recordedTo;

    static SuspendingOrder of(String dispute, CourtOrder order) {
        SuspendingOrder row = new SuspendingOrder();
        row.id = UniqueIds.next();
        row.dispute = dispute;
        row.entry = order.entry();
        row.type = order.type();
        row.startsOn = order.from();
        row.endsOn = order.ending().map(CourtOrder.Ending::on).orElse(null);
        row.endedBy = order.ending().map(CourtOrder.Ending::entry).orElse(null);
        return row;
    }

    boolean saysTheSameAs(SuspendingOrder other) {
        return dispute.equals(other.dispute)
                && entry.equals(other.entry)
                && type == other.type
                && startsOn.equals(other.startsOn)
                && Objects.equals(endsOn, other.endsOn)
                && Objects.equals(endedBy, other.endedBy);
    }
}
