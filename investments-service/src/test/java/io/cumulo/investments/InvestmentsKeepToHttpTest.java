package io.cumulo.investments;

import io.cumulo.kit.testing.KeepsToHttp;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InvestmentsKeepToHttpTest extends KeepsToHttp {

    @Override
    protected String list() {
        return "/v1/commitments";
    }

    @Override
    protected List<String> listsOfNobody() {
        return List.of("/v1/claims/nothing/corrections", "/v1/ledger/securities/nothing");
    }
}
