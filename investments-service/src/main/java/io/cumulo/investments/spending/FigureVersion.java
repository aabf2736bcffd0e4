package io.cumulo.investments.spending;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code spending}. */
@Entity
@Table(name = "spending")
class FigureVersion extends FactVersion<Figure> {

    @Embedded
    Figure body;

    @Override
    protected Figure body() {
        return body;
    }

    @Override
    protected void body(Figure body) {
        this.body = body;
    }
}
