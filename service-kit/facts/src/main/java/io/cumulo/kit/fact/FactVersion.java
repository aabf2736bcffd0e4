package io.cumulo.kit.fact;

import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;

/**
 * One row for one version of a fact on two clocks: {@code [validFrom, validTo)} in the world, {@code [recordedFrom, recordedTo)} in the record.
 * A row never changes but for the end of its record time, which the database sets.
 *
 * @param <B> the kind's own members, an embeddable record of the subclass
 */
@MappedSuperclass
public abstract class FactVersion<B extends FactBody> {

    @Id
    @Column(updatable = false)
    UUID versionId;

    @Column(updatable = false)
    String subject;

    @Column(updatable = false)
    String factId;

    @Column(updatable = false)
    int revision;

    @Column(updatable = false)
    LocalDate validFrom;

    @Column(updatable = false)
    LocalDate validTo;

    @Column(updatable = false)
    PartialDate validFromStated;

    @Column(updatable = false)
    PartialDate validToStated;

    @Column(insertable = false, updatable = false)
    Instant recordedFrom;

    @Column(insertable = false, updatable = false)
    Instant recordedTo;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Standing standing;

    @Column(updatable = false)
    boolean preferred;

    @JdbcType(JsonbType.class)
    @Column(updatable = false)
    List<Citation> sources;

    @JdbcType(JsonbType.class)
    @Column(updatable = false)
    Retraction retraction;

    @Column(updatable = false)
    String recordedBy;

    /** The kind's own members. */
    protected abstract B body();

    /** Sets the kind's own members; called once, before the row is inserted. */
    protected abstract void body(B body);

    /** The key of this version alone. */
    public final UUID versionId() {
        return versionId;
    }

    /** The key of the fact, the same through all its versions. */
    public final String factId() {
        return factId;
    }

    /** How often the fact was written until this version, itself included. */
    public final int revision() {
        return revision;
    }

    /** The key of what the fact is about. */
    public final String subject() {
        return subject;
    }

    final Validity validity() {
        return new Validity(validFrom, validTo, validFromStated, validToStated);
    }

    /** The fact as it is answered. */
    public final Fact<B> toFact() {
        return toFact(standing);
    }

    final Fact<B> toFact(Standing shown) {
        return new Fact<>(
                factId,
                body(),
                validity().shownFrom(),
                validity().shownTo(),
                recordedFrom,
                shown,
                preferred,
                sources,
                retraction);
    }
}
