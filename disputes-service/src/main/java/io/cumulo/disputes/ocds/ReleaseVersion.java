package io.cumulo.disputes.ocds;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code ocds_release}. */
@Entity
@Table(name = "ocds_release")
class ReleaseVersion extends FactVersion<Release> {

    @Embedded
    Release body;

    @Override
    protected Release body() {
        return body;
    }

    @Override
    protected void body(Release body) {
        this.body = body;
    }
}
