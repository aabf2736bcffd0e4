package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code amendment}. */
@Entity
@Table(name = "amendment")
class AmendmentVersion extends FactVersion<Amendment> {

    @Embedded
    Amendment body;

    @Override
    protected Amendment body() {
        return body;
    }

    @Override
    protected void body(Amendment body) {
        this.body = body;
    }
}
