package io.cumulo.investments.security;

import io.cumulo.kit.storage.JsonbType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcType;

/** A row of {@code security_move}: what was last told of a move, and what stands in the ledger for it. */
@Entity
@Table(name = "security_move")
class MoveRow {

    /** Which entry of which docket reports it. */
    @Embeddable
    record Place(String dispute, String entry) {}

    @EmbeddedId
    Place place;

    /** When the disputes service recorded what it told. */
    @Column(nullable = false)
    Instant toldAt;

    /** As last told. */
    @JdbcType(JsonbType.class)
    Move told;

    /** Whether the docket took it back. */
    boolean retracted;

    /** As the ledger has it; null when nothing stands there for it. */
    @JdbcType(JsonbType.class)
    Move booked;

    /** The last transaction that was posted for it, whether it stands or is reversed. */
    String transactionId;

    @Enumerated(EnumType.STRING)
    Unbooked unbooked;

    static MoveRow of(Move move) {
        MoveRow row = new MoveRow();
        row.place = new Place(move.dispute(), move.entry());
        return row;
    }

    Optional<Move> booked() {
        return Optional.ofNullable(booked);
    }

    Optional<String> transactionId() {
        return Optional.ofNullable(transactionId);
    }

    BookedMove shown() {
        return new BookedMove(told, booked().flatMap(stands -> transactionId()), Optional.ofNullable(unbooked));
    }
}
