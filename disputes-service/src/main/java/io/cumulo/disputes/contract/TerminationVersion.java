package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code termination}. */
@Entity
@Table(name = "termination")
class TerminationVersion extends FactVersion<Termination> {

    @Embedded
    Termination body;

    @Override
    protected Termination body() {
        return body;
    }

    @Override
    protected void body(Termination body) {
        this.body = body;
    }
}
