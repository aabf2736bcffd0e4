package io.cumulo.disputes;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.disputes.intake.Import;
import io.cumulo.kit.neighbour.FeedConsumer;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whichever of its keys a company is asked for by, what was recorded under any of them is found, on every side. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class MergedCompaniesTest {

    private static final List<String> KEYS = List.of("merged-away", "merged-survivor");

    private final FeedConsumer consumer;

    MergedCompaniesTest(FeedConsumer consumer) {
        this.consumer = consumer;
    }

    @Test
    void every_filter_by_a_company_finds_what_stands_under_its_other_key() throws Throwable {
        KEYS.forEach(MergedCompaniesTest::record);
        String before = given().get("/v1/disputes/before-merged-survivor").path("recordedAt");
        VertxContextSupport.subscribeAndAwait(consumer::readAll);

        for (String key : KEYS) {
            assertThat(found("contracts", "company", key))
                    .contains("bought-by-merged-away", "sold-by-merged-away", "bought-by-merged-survivor");
            assertThat(found("contracts", "buyer", key))
                    .containsExactly("bought-by-merged-away", "bought-by-merged-survivor");
            assertThat(found("contracts", "supplier", key))
                    .containsExactly("sold-by-merged-away", "sold-by-merged-survivor");
            assertThat(found("disputes", "forum", key)).containsExactly("before-merged-away", "before-merged-survivor");
            assertThat(releases(Map.of("buyer", key)))
                    .contains(
                            "ocds-cumulo-bought-by-merged-away",
                            "ocds-cumulo-bought-by-merged-survivor",
                            "ocds-merged-merged-away",
                            "ocds-merged-merged-survivor");
        }
        assertThat(given().queryParam("supplier", "merged-survivor")
                        .queryParam("knownAt", before)
                        .get("/v1/contracts")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly("sold-by-merged-survivor");
        assertThat(given().queryParam("buyer", "somebody-else")
                        .queryParam("supplier", "merged-survivor")
                        .get("/v1/contracts")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly("sold-by-merged-away", "sold-by-merged-survivor");
    }

    private static void record(String key) {
        Write.put("/v1/contracts/bought-by-" + key, """
                {"title":"A bridge","buyer":"%s","stage":"tender","validFrom":"2019-06-01","sources":%s}""".formatted(key, SOURCES))
                .send()
                .statusCode(201);
        Bodies.contract("sold-by-" + key, "somebody-else", key).send().statusCode(201);
        Write.put("/v1/disputes/before-" + key, """
                {"title":"Somebody v. somebody else","kind":"lawsuit","forum":"%s",
                 "parties":[{"company":"somebody-else","role":"claimant"}],"sources":%s}""".formatted(key, SOURCES))
                .send()
                .statusCode(201);
        Import.contracts("ocds").whole(Import.utf8("""
                {"uri":"https://council.example/ocds/1","version":"1.1","publishedDate":"2021-05-01T00:00:00Z","publisher":{"name":"A council"},
                 "releases":[{"ocid":"ocds-merged-%1$s","id":"1","date":"2020-01-10T09:00:00Z","tag":["tender"],"initiationType":"tender",
                   "buyer":{"id":"%1$s","name":"A council"},"tender":{"id":"T-1"}}]}""".formatted(key)));
    }

    private static List<String> found(String list, String filter, String company) {
        return given().queryParam(filter, company)
                .get("/v1/" + list)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static List<String> releases(Map<String, String> filter) {
        return given().queryParams(filter)
                .get("/v1/ocds/releases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("releases.ocid");
    }
}
