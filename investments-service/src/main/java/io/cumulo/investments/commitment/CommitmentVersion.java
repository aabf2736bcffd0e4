package io.cumulo.investments.commitment;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code commitment}. */
@Entity
@Table(name = "commitment")
class CommitmentVersion extends FactVersion<Commitment> {

    @Embedded
    Commitment body;

    @Override
    protected Commitment body() {
        return body;
    }

    @Override
    protected void body(Commitment body) {
        this.body = body;
    }
}
