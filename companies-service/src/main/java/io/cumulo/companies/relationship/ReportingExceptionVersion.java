package io.cumulo.companies.relationship;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code reporting_exception}. */
@Entity
@Table(name = "reporting_exception")
class ReportingExceptionVersion extends FactVersion<ReportingException> {

    @Embedded
    ReportingException body;

    @Override
    protected ReportingException body() {
        return body;
    }

    @Override
    protected void body(ReportingException body) {
        this.body = body;
    }
}
