package io.cumulo.companies.event;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code company_event}. */
@Entity
@Table(name = "company_event")
class CompanyEventVersion extends FactVersion<CompanyEvent> {

    @Embedded
    CompanyEvent body;

    @Override
    protected CompanyEvent body() {
        return body;
    }

    @Override
    protected void body(CompanyEvent body) {
        this.body = body;
    }
}
