package io.cumulo.companies.statement;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code statement}. */
@Entity
@Table(name = "statement")
class StatementVersion extends FactVersion<Statement> {

    @Embedded
    Statement body;

    @Override
    protected Statement body() {
        return body;
    }

    @Override
    protected void body(Statement body) {
        this.body = body;
    }
}
