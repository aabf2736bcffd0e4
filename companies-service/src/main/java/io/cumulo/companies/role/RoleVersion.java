package io.cumulo.companies.role;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code role}. */
@Entity
@Table(name = "role")
class RoleVersion extends FactVersion<Role> {

    @Embedded
    Role body;

    @Override
    protected Role body() {
        return body;
    }

    @Override
    protected void body(Role body) {
        this.body = body;
    }
}
