package io.cumulo.companies;

import io.cumulo.kit.testing.KeepsToHttp;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompaniesKeepToHttpTest extends KeepsToHttp {

    @Override
    protected String list() {
        return "/v1/companies";
    }

    @Override
    protected List<String> listsOfNobody() {
        return List.of(
                "/v1/companies/nobody/roles",
                "/v1/companies/nobody/statements",
                "/v1/companies/nobody/relationships",
                "/v1/companies/nobody/market-positions",
                "/v1/companies/nobody/events",
                "/v1/companies/nobody/reporting-exceptions",
                "/v1/companies/nobody/family",
                "/v1/companies/nobody/family/roles");
    }
}
