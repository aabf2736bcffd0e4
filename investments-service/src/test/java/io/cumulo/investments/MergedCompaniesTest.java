package io.cumulo.investments;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.neighbour.FeedConsumer;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class MergedCompaniesTest {

    private final FeedConsumer consumer;

    MergedCompaniesTest(FeedConsumer consumer) {
        this.consumer = consumer;
    }

    @Test
    void a_fact_under_the_old_key_is_found_by_the_one_that_goes_on_and_keeps_its_key() throws Exception {
        Write.put(
                        "/v1/claims/of-merged",
                        "{\"companies\":[\"merged-away\"],\"about\":{\"type\":\"company\",\"id\":\"merged-away\",\"field\":\"sector\"},"
                                + "\"asPrinted\":\"nube\",\"language\":\"es\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
        pledge("merged-away");
        pledge("merged-survivor");
        String before = given().get("/v1/claims/of-merged").path("recordedAt");
        given().queryParam("company", "merged-survivor")
                .get("/v1/claims")
                .then()
                .body("items", empty());

        CompletableFuture<?>[] readers = new CompletableFuture<?>[3];
        for (int reader = 0; reader < readers.length; reader++) {
            readers[reader] = CompletableFuture.runAsync(this::read);
        }
        CompletableFuture.allOf(readers).join();
        read();

        given().queryParam("company", "merged-survivor")
                .get("/v1/claims")
                .then()
                .body("items.id", contains("of-merged"))
                .body("items[0].companies", contains("merged-away"));
        given().queryParam("company", "merged-away").get("/v1/claims").then().body("items.size()", is(1));
        given().queryParam("company", "merged-survivor")
                .queryParam("knownAt", before)
                .get("/v1/claims")
                .then()
                .body("items", empty());
        assertThat(SchemaOwner.count("merged_company")).isEqualTo(1);

        JsonPath sums = given().queryParam("groupBy", "company")
                .get("/v1/analysis/commitments")
                .jsonPath();
        assertThat(sums.getList("items.company")).contains("merged-survivor").doesNotContain("merged-away");
        assertThat(sums.getString("items.find { it.company == 'merged-survivor' }.pledged.amount"))
                .isEqualTo("200.00");
    }

    private static void pledge(String company) {
        Write.put(
                        "/v1/commitments/of-" + company,
                        Examples.commitment(company, "{\"amount\":\"100.00\",\"currency\":\"USD\"}"))
                .send()
                .statusCode(201);
    }

    private void read() {
        try {
            VertxContextSupport.subscribeAndAwait(consumer::readAll);
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }
}
