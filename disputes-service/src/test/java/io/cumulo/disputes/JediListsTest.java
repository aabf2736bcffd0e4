package io.cumulo.disputes;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class JediListsTest {

    @BeforeEach
    void the_case_is_recorded() {
        JediCase.record();
    }

    @Test
    void lists_find_what_a_company_takes_part_in() {
        for (String company : List.of("us-department-of-defense", "microsoft")) {
            given().queryParam("company", company)
                    .get("/v1/contracts")
                    .then()
                    .body("items.id", hasItem("jedi-as-published"));
        }
        given().queryParam("company", "oracle")
                .queryParam("company", "microsoft")
                .get("/v1/contracts")
                .then()
                .body("items.id", hasItem("jedi-as-published"));
        given().queryParam("company", "oracle")
                .get("/v1/contracts")
                .then()
                .body("items.id", not(hasItem("jedi-as-published")));
        given().queryParam("supplier", "us-department-of-defense")
                .get("/v1/contracts")
                .then()
                .body("items.id", not(hasItem("jedi-as-published")));
        for (String company : List.of("amazon-web-services", "us-court-of-federal-claims", "microsoft")) {
            given().queryParam("company", company).get("/v1/disputes").then().body("items.id", hasItem("aws-v-us"));
        }
        given().queryParam("company", "microsoft")
                .queryParam("asOf", "2019-11-21")
                .get("/v1/disputes")
                .then()
                .body("items.id", not(hasItem("aws-v-us")));
        given().queryParam("company", "microsoft")
                .queryParam("knownAt", JediCase.beforeTheDocket().toString())
                .get("/v1/disputes")
                .then()
                .body("items.id", not(hasItem("aws-v-us")));
        given().queryParam("contract", "jedi-as-published")
                .get("/v1/disputes")
                .then()
                .body("items.id", contains("aws-v-us"));
    }

    @Test
    void lists_find_the_contracts_suspended_on_a_day() {
        on("2020-04-24", "/v1/contracts?suspended=true&stage=award").body("items.id", hasItem("jedi-as-published"));
        on("2020-04-24", "/v1/contracts?suspended=false").body("items.id", not(hasItem("jedi-as-published")));
        on("2021-07-09", "/v1/contracts?suspended=true").body("items.id", not(hasItem("jedi-as-published")));
        given().queryParam("asOf", "2020-04-24")
                .queryParam("knownAt", JediCase.beforeTheDocket().toString())
                .queryParam("suspended", "true")
                .get("/v1/contracts")
                .then()
                .body("items.id", not(hasItem("jedi-as-published")));
        given().get("/v1/contracts?suspended=perhaps").then().statusCode(400);
        given().get("/v1/contracts?stage=dreaming").then().statusCode(400);
    }
}
