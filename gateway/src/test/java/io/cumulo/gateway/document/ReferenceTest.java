package io.cumulo.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ReferenceTest {

    @Test
    void the_document_is_served_as_json_and_as_yaml() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Cumulo"));
        given().get("/openapi?format=yaml").then().statusCode(200).body(containsString("openapi: 3.1.0"));
    }

    @Test
    void the_reference_and_all_that_it_loads_come_from_the_gateway_itself() {
        String page = given().get("/docs/").then().statusCode(200).extract().asString();
        Matcher loaded = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
        int assets = 0;
        while (loaded.find()) {
            String address = loaded.group(1);
            if (!address.startsWith("data:")) {
                assertThat(address).startsWith("/");
                given().get(address).then().statusCode(200);
                assets++;
            }
        }
        assertThat(assets).isGreaterThanOrEqualTo(4);
    }

    @Test
    void scripts_may_run_in_the_reference_and_nowhere_else() {
        given().get("/docs/").then().header("Content-Security-Policy", containsString("script-src 'self'"));
        given().get("/").then().header("Content-Security-Policy", not(containsString("script-src")));
        given().get("/v1/dossiers/x").then().header("Content-Security-Policy", not(containsString("script-src")));
    }
}
