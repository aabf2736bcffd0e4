package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code milestone}. */
@Entity
@Table(name = "milestone")
class MilestoneVersion extends FactVersion<Milestone> {

    @Embedded
    Milestone body;

    @Override
    protected Milestone body() {
        return body;
    }

    @Override
    protected void body(Milestone body) {
        this.body = body;
    }
}
