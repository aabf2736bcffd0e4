package io.cumulo.disputes;

import io.cumulo.kit.testing.ArchitectureRules;

class DisputesArchitectureTest extends ArchitectureRules {

    DisputesArchitectureTest() {
        super("io.cumulo.disputes");
    }
}
