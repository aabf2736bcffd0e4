package io.cumulo.disputes.vocabulary;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code vocabulary_term}. */
@Entity
@Table(name = "vocabulary_term")
class TermVersion extends FactVersion<Term> {

    @Embedded
    Term body;

    @Override
    protected Term body() {
        return body;
    }

    @Override
    protected void body(Term body) {
        this.body = body;
    }
}
