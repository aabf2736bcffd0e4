package io.cumulo.disputes.litigant;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code litigant}. */
@Entity
@Table(name = "litigant")
class LitigantVersion extends FactVersion<Litigant> {

    @Embedded
    Litigant body;

    @Override
    protected Litigant body() {
        return body;
    }

    @Override
    protected void body(Litigant body) {
        this.body = body;
    }
}
