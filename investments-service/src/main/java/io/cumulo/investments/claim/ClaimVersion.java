package io.cumulo.investments.claim;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code claim}. */
@Entity
@Table(name = "claim")
class ClaimVersion extends FactVersion<Claim> {

    @Embedded
    Claim body;

    @Override
    protected Claim body() {
        return body;
    }

    @Override
    protected void body(Claim body) {
        this.body = body;
    }
}
