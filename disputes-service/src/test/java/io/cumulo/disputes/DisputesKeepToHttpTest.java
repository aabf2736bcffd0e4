package io.cumulo.disputes;

import io.cumulo.kit.testing.KeepsToHttp;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DisputesKeepToHttpTest extends KeepsToHttp {

    @Override
    protected String list() {
        return "/v1/contracts";
    }
}
