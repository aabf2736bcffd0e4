package io.cumulo.companies.merge;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code merger}. */
@Entity
@Table(name = "merger")
class MergerVersion extends FactVersion<Merger> {

    @Embedded
    Merger body;

    @Override
    protected Merger body() {
        return body;
    }

    @Override
    protected void body(Merger body) {
        this.body = body;
    }
}
