package io.cumulo.disputes.contract;

import io.cumulo.kit.fact.FactVersion;
import io.cumulo.kit.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A row of {@code contract}. */
@Entity
@Table(name = "contract")
class ContractVersion extends FactVersion<Contract> {

    @Embedded
    Contract body;

    /** The ceiling by itself, for the lists of contracts within bounds. */
    @Column(updatable = false)
    BigDecimal ceilingAmount;

    @Column(updatable = false)
    String ceilingCurrency;

    @Override
    protected Contract body() {
        return body;
    }

    @Override
    protected void body(Contract body) {
        this.body = body;
        Money ceiling = body.value().ceiling();
        this.ceilingAmount = ceiling == null ? null : ceiling.amount();
        this.ceilingCurrency = ceiling == null ? null : ceiling.currency();
    }
}
