package io.cumulo.investments.rates;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code day_rates}. */
@Entity
@Table(name = "day_rates")
class DayRatesVersion extends FactVersion<DayRates> {

    @Embedded
    DayRates body;

    @Override
    protected DayRates body() {
        return body;
    }

    @Override
    protected void body(DayRates body) {
        this.body = body;
    }
}
