package io.cumulo.investments.claim;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code correction}. */
@Entity
@Table(name = "correction")
class CorrectionVersion extends FactVersion<Correction> {

    @Embedded
    Correction body;

    @Override
    protected Correction body() {
        return body;
    }

    @Override
    protected void body(Correction body) {
        this.body = body;
    }
}
