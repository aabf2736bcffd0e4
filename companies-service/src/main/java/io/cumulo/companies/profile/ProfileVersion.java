package io.cumulo.companies.profile;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code profile}. */
@Entity
@Table(name = "profile")
class ProfileVersion extends FactVersion<Profile> {

    @Embedded
    Profile body;

    @Override
    protected Profile body() {
        return body;
    }

    @Override
    protected void body(Profile body) {
        this.body = body;
    }
}
