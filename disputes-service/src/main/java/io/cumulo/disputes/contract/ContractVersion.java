package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code contract}. */
@Entity
@Table(name = "contract")
class ContractVersion extends FactVersion<Contract> {

    @Embedded
    Contract body;

    @Override
    protected Contract body() {
        return body;
    }

    @Override
    protected void body(Contract body) {
        this.body = body;
    }
}
