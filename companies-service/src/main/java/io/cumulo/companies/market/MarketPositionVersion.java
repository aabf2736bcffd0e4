package io.cumulo.companies.market;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code market_position}. */
@Entity
@Table(name = "market_position")
class MarketPositionVersion extends FactVersion<MarketPosition> {

    @Embedded
    MarketPosition body;

    @Override
    protected MarketPosition body() {
        return body;
    }

    @Override
    protected void body(MarketPosition body) {
        this.body = body;
    }
}
