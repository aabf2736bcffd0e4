package io.cumulo.disputes;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void contracts_are_found_by_several_keys() {
        on("2020-04-24", "/v1/contracts?id=jedi-as-published&id=nothing")
                .body("items.id", contains("jedi-as-published"));
        on("2020-04-24", "/v1/contracts?id=nothing").body("items", empty());
        given().queryParam("id", IntStream.range(0, 51).boxed().toList())
                .get("/v1/contracts")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("id"));
    }

    @Test
    void a_dispute_is_told_with_its_docket_where_that_is_asked_for() {
        List<Object> docket = on("2020-04-24", "/v1/disputes/aws-v-us/docket?limit=500")
                .extract()
                .path("items");
        on("2020-04-24", "/v1/disputes?company=amazon-web-services&include=docket")
                .body("items.find { it.id == 'aws-v-us' }.docket", is(docket))
                .body("items.find { it.id == 'aws-v-us' }.docketNext", nullValue());
        on("2020-04-24", "/v1/disputes/aws-v-us?include=docket").body("docket", is(docket));
        on("2020-04-24", "/v1/disputes/aws-v-us").body("$", not(hasKey("docket")));
        on("2020-04-24", "/v1/disputes?company=amazon-web-services").body("items[0]", not(hasKey("docket")));
    }

    @Test
    void what_cant_be_told_with_a_dispute_is_refused() {
        for (String path : List.of("/v1/disputes?include=weather", "/v1/disputes/aws-v-us?include=weather")) {
            given().get(path).then().statusCode(400).body("errors[0].parameter", is("include"));
        }
        given().get("/v1/disputes?include=docket&limit=50").then().statusCode(200);
        given().get("/v1/disputes?include=docket&limit=51")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("limit"));
    }
}
