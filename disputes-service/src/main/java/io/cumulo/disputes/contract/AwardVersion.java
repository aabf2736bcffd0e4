package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code award}. */
@Entity
@Table(name = "award")
class AwardVersion extends FactVersion<Award> {

    @Embedded
    Award body;

    @Override
    protected Award body() {
        return body;
    }

    @Override
    protected void body(Award body) {
        this.body = body;
    }
}
