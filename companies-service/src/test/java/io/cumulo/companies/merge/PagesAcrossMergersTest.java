package io.cumulo.companies.merge;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A list that goes on while the company it is about turns out to be another one too. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PagesAcrossMergersTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_list_goes_on_where_it_was_when_its_company_is_merged() {
        String survivor = company("cumulus");
        String old = company("nimbus");
        role(survivor, "a");
        role(survivor, "b");
        role(old, "c");
        String next = given().queryParam("limit", 1)
                .get("/v1/companies/" + survivor + "/roles")
                .then()
                .statusCode(200)
                .body("items.person", contains("a"))
                .extract()
                .path("next");

        Write.put("/v1/companies/" + old + "/merge", "{\"into\":\"" + survivor + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);

        given().queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/v1/companies/" + survivor + "/roles")
                .then()
                .statusCode(200)
                .body("items.person", contains("b", "c"));
    }

    private String company(String name) {
        String key = name + "-" + run;
        Write.put(
                        "/v1/companies/" + key,
                        "{\"kind\":\"company\",\"legalName\":\"" + key + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
        return key;
    }

    private static void role(String company, String person) {
        Write.put(
                        "/v1/companies/" + company + "/roles/" + person,
                        "{\"person\":\"" + person + "\",\"title\":\"CEO\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
    }
}
