package io.cumulo.companies;

import io.cumulo.kit.testing.ArchitectureRules;

class CompaniesArchitectureTest extends ArchitectureRules {

    CompaniesArchitectureTest() {
        super("io.cumulo.companies");
    }
}
