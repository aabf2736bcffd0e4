package io.cumulo.disputes;

import io.cumulo.kit.testing.KeepsToHttp;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DisputesKeepToHttpTest extends KeepsToHttp {

    @Override
    protected String list() {
        return "/v1/contracts";
    }

    @Override
    protected List<String> listsOfNobody() {
        return List.of(
                "/v1/contracts/nothing/awards",
                "/v1/contracts/nothing/amendments",
                "/v1/contracts/nothing/milestones",
                "/v1/disputes/nothing/litigants",
                "/v1/disputes/nothing/docket",
                "/v1/disputes/vocabularies/nothing/terms");
    }
}
