package io.cumulo.investments;

import io.cumulo.kit.testing.ArchitectureRules;

class InvestmentsArchitectureTest extends ArchitectureRules {

    InvestmentsArchitectureTest() {
        super("io.cumulo.investments");
    }
}
