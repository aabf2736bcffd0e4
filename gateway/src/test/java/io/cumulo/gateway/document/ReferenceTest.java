package io.cumulo.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
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
    void what_the_gateway_takes_and_says_itself_is_described() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .body("components.securitySchemes.apiKey.name", equalTo("X-API-Key"))
                .body("components.headers.RateLimit.description", containsString("left of the budget"))
                .body("paths.'/v1/search'.get.responses.'200'.headers.RateLimit.'$ref'", endsWith("/RateLimit"));
    }

    @Test
    void every_heading_of_the_reference_has_operations_below_it() {
        JsonPath document = given().accept("application/json").get("/openapi").jsonPath();
        assertThat(document.getList("tags.name"))
                .isNotEmpty()
                .isSubsetOf(
                        document.<Object>getList(
                                "paths.collectMany { path, item -> item.collectMany { method, operation -> operation.tags } }"));
    }

    @Test
    void the_dossier_is_described_whole() {
        String answers = "paths.'/v1/dossiers/{company}'.get.responses.";
        given().accept("application/json")
                .get("/openapi")
                .then()
                .body(answers + "'200'.content.'application/json'.schema.'$ref'", endsWith("/Dossier"))
                .body(answers + "'304'.description", containsString("If-None-Match"))
                .body("components.schemas.Dossier.properties", hasKey("timeline"))
                .body("components.schemas", hasKey("TimelineEntry"));
    }

    @Test
    void whoever_keeps_the_document_is_told_that_it_depends_on_what_a_client_takes() {
        for (String accepted : new String[] {"application/json", "application/yaml", "*/*"}) {
            given().accept(accepted).get("/openapi").then().header("Vary", "Accept");
            given().accept(accepted).head("/openapi").then().header("Vary", "Accept");
        }
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
    void who_leaves_out_the_last_slash_is_led_to_the_reference() {
        given().redirects().follow(false).get("/docs").then().statusCode(308).header("Location", "/docs/");
        given().get("/docs").then().statusCode(200).body(containsString("swagger-ui"));
    }

    @Test
    void openrefine_may_frame_a_preview_and_nobody_anything_else() {
        given().get("/v1/reconcile/preview/x")
                .then()
                .header("X-Frame-Options", nullValue())
                .header("Content-Security-Policy", containsString("frame-ancestors *"));
        for (String path : List.of("/docs/", "/v1/companies/x", "/v1/reconcile/suggest/entity", "/")) {
            given().get(path)
                    .then()
                    .header("X-Frame-Options", "DENY")
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
    }

    @Test
    void scripts_may_run_in_the_reference_and_nowhere_else() {
        given().get("/docs/").then().header("Content-Security-Policy", containsString("script-src 'self'"));
        for (String path : List.of("/docs/", "/docs/index.html", "/v1/companies/x", "/v1/reconcile/preview/x", "/")) {
            assertThat(given().get(path).headers().getValues("Content-Security-Policy"))
                    .as("a browser holds a page to each policy that it is given: " + path)
                    .hasSize(1);
        }
        given().get("/").then().header("Content-Security-Policy", not(containsString("script-src")));
        given().get("/v1/dossiers/x").then().header("Content-Security-Policy", not(containsString("script-src")));
    }
}
