package io.cumulo.companies.relationship;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code relationship}. */
@Entity
@Table(name = "relationship")
class RelationshipVersion extends FactVersion<Relationship> {

    @Embedded
    Relationship body;

    @Override
    protected Relationship body() {
        return body;
    }

    @Override
    protected void body(Relationship body) {
        this.body = body;
    }
}
