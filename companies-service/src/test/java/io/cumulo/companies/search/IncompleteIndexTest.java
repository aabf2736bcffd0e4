package io.cumulo.companies.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** A process that starts beside those with older rules, before it has made the index anew. */
@QuarkusTest
@TestProfile(IncompleteIndexTest.MadeWhenTold.class)
@QuarkusTestResource(TestDatabase.class)
class IncompleteIndexTest {

    public static class MadeWhenTold implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cumulo.search.complete-every", "off");
        }
    }

    private static final List<Function<RequestSpecification, Response>> QUESTIONS = List.of(
            asked -> asked.queryParam("q", "alibaba")
                    .queryParam("asOf", "2026-01-01")
                    .queryParam("knownAt", Instant.now().minusSeconds(60).toString())
                    .get("/v1/companies"),
            asked -> asked.queryParam("identifier", "ticker:MSFT").get("/v1/companies"),
            asked -> asked.queryParam("prefix", "ali").get("/v1/companies/suggest"),
            asked -> asked.queryParam("queries", "{\"q0\":{\"query\":\"alibaba\"}}")
                    .get("/v1/reconcile"),
            asked -> asked.queryParam("prefix", "ali").get("/v1/reconcile/suggest/entity"));

    private final IndexRebuild rebuild;
    private final CompaniesCanBeFound found;

    IncompleteIndexTest(IndexRebuild rebuild, @Readiness CompaniesCanBeFound found) {
        this.rebuild = rebuild;
        this.found = found;
    }

    private void nothingIsWhole() throws SQLException {
        SchemaOwner.execute("update search_index set rules = 0, whole = 0");
    }

    private Status readiness() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(found::call).getStatus();
    }

    @Test
    void until_the_index_is_whole_nobody_is_told_that_there_is_no_more() throws Throwable {
        ArticleCompanies.record();
        nothingIsWhole();

        assertThat(readiness()).isEqualTo(Status.DOWN);
        for (Function<RequestSpecification, Response> question : QUESTIONS) {
            question.apply(given())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("type", is("urn:cumulo:problem:index-incomplete"));
        }
        given().get("/v1/companies").then().statusCode(200);

        VertxContextSupport.subscribeAndAwait(rebuild::complete);

        for (Function<RequestSpecification, Response> question : QUESTIONS) {
            question.apply(given()).then().statusCode(200);
        }
        assertThat(readiness()).isEqualTo(Status.UP);
    }
}
