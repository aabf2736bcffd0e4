package io.cumulo.companies.reconcile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As OpenRefine asks: no token, forms, templates of the manifest. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReconcileTest {

    private static boolean recorded;

    @BeforeEach
    void the_companies_of_the_article() {
        if (!recorded) {
            ArticleCompanies.record();
            recorded = true;
        }
    }

    @Test
    void the_manifest_says_where_everything_is() {
        String url = given().get("/v1/reconcile")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("versions", contains("0.2"))
                .body("identifierSpace", startsWith("http"))
                .body("schemaSpace", startsWith("http"))
                .body("view.url", containsString("{{id}}"))
                .body("defaultTypes.id", contains("organization"))
                .body("suggest.entity.flyout_service_path", containsString("${id}"))
                .extract()
                .path("preview.url");
        given().get(url.replace("{{id}}", "alibaba-group"))
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .body(containsString("阿里巴巴"));
    }

    @Test
    void a_batch_is_answered_by_the_clients_names_for_its_queries() {
        batch("""
                {"q0":{"query":"Microsft","type":"company","type_strict":"should","limit":3},
                 "q1":{"query":"阿里巴巴"},"q2":{"query":"Nobody Has This Name"}}""")
                .body("q0.result[0].id", is("microsoft"))
                .body("q0.result[0].name", is("Microsoft Corporation"))
                .body("q0.result[0].type.id", contains("company", "organization"))
                .body("q0.result.size()", lessThanOrEqualTo(3))
                .body("q1.result[0].id", is("alibaba-group"))
                .body("q1.result[0].match", is(true))
                .body("q2.result", empty());
    }

    @Test
    void a_tie_matches_none() {
        for (String key : new String[] {"twin-one", "twin-two"}) {
            Write.put(
                            "/v1/companies/" + key,
                            "{\"kind\":\"company\",\"legalName\":\"Gemini Twins Cloud\",\"sources\":" + Write.SOURCES
                                    + "}")
                    .send()
                    .statusCode(201);
        }
        batch("{\"q\":{\"query\":\"Gemini Twins Cloud\"}}")
                .body("q.result[0].id", is("twin-one"))
                .body("q.result[1].id", is("twin-two"))
                .body("q.result.match", everyItem(is(false)));
    }

    @Test
    void an_identifier_in_a_column_settles_it() {
        batch("""
                {"q":{"query":"MSFT Corp","properties":[{"pid":"lei","v":"INR2EJN1ERAN0W5ZP974"}]}}""")
                .body("q.result[0].id", is("microsoft"))
                .body("q.result[0].score", is(100.0f))
                .body("q.result[0].match", is(true))
                .body("q.result[0].features.id", hasItem("lei"));
    }

    @Test
    void a_type_narrows_the_candidates() {
        batch("{\"q\":{\"query\":\"Alibaba\",\"type\":\"business-unit\"}}")
                .body("q.result.id", not(hasItem("alibaba-group")))
                .body("q.result.id", hasItem("alibaba-cloud"));
    }

    @Test
    void columns_are_added_from_the_profiles() {
        given().formParam("extend", """
                        {"ids":["microsoft","nobody"],"properties":[{"id":"lei"},{"id":"country"},{"id":"founded-on"}]}""")
                .post("/v1/reconcile")
                .then()
                .statusCode(200)
                .body("meta.id", contains("lei", "country", "founded-on"))
                .body("rows.microsoft.lei[0].str", is("INR2EJN1ERAN0W5ZP974"))
                .body("rows.microsoft.country[0].str", is("US"))
                .body("rows.nobody.lei", empty());
        given().queryParam("type", "company")
                .get("/v1/reconcile/properties")
                .then()
                .body("type", is("company"))
                .body("properties.id", hasItem("wikidata"));
    }

    @Test
    void entities_types_and_properties_are_suggested() {
        suggested("entity", "alib").body("result[0].id", is("alibaba-group"));
        suggested("type", "bus").body("result.id", contains("business-unit"));
        suggested("property", "leg").body("result.id", hasItem("legal-name"));
        given().queryParam("id", "microsoft")
                .get("/v1/reconcile/flyout/entity")
                .then()
                .body("id", is("microsoft"))
                .body("html", containsString("Microsoft Corporation"));
    }

    @Test
    void a_name_is_no_markup() {
        Write.put(
                        "/v1/companies/marked-up",
                        "{\"kind\":\"company\",\"legalName\":\"<script>alert(1)</script>\",\"sources\":" + Write.SOURCES
                                + "}")
                .send()
                .statusCode(201);
        given().get("/v1/reconcile/preview/marked-up").then().body(not(containsString("<script>alert")));
        given().queryParam("id", "marked-up")
                .get("/v1/reconcile/flyout/entity")
                .then()
                .body("html", not(containsString("<script>")));
    }

    @Test
    void a_script_gets_its_function_called_and_no_other_text() {
        given().queryParam("callback", "jQuery123_4")
                .get("/v1/reconcile")
                .then()
                .statusCode(200)
                .contentType("application/javascript")
                .body(startsWith("/**/jQuery123_4({"));
        given().queryParam("callback", "alert(1);x").get("/v1/reconcile").then().statusCode(400);
    }

    /** OpenRefine's fields for types, properties and entities say more than the standard has them say. */
    @Test
    void what_a_client_says_beside_what_the_standard_has_is_left_aside() {
        for (String of : List.of("entity", "type", "property")) {
            given().queryParam("prefix", "comp")
                    .queryParam("spell", "always")
                    .queryParam("exact", "false")
                    .queryParam("prefixed", "true")
                    .queryParam("type", "")
                    .queryParam("filter", "")
                    .queryParam("callback", "jQuery1102_7")
                    .queryParam("_", "1587340800000")
                    .get("/v1/reconcile/suggest/" + of)
                    .then()
                    .statusCode(200)
                    .body(startsWith("/**/jQuery1102_7("));
        }
        given().queryParam("_", "1").get("/v1/reconcile").then().statusCode(200);
    }

    /** They are ours, and no client of the standard sends them by chance. */
    @Test
    void the_two_clocks_are_never_left_aside() {
        for (String path : List.of(
                "?",
                "/suggest/entity?",
                "/suggest/entity?prefix=ama&",
                "/flyout/entity?id=microsoft&",
                "/preview/microsoft?")) {
            refused(path + "asOf=2020-02-30", "asOf", "must be a date as 2020-04-24");
            refused(path + "asOf=", "asOf", "must not be empty");
            refused(path + "asOf=2020-04-20&asOf=2020-04-21", "asOf", "may be given once");
            refused(path + "knownAt=9000-01-01T00:00:00Z", "knownAt", "must not lie in the future");
            refused(path + "knownAt=", "knownAt", "must not be empty");
        }
        for (String path : List.of(
                "/suggest/type?",
                "/suggest/property?",
                "/properties?",
                "/flyout/type?id=company&",
                "/flyout/property?id=lei&")) {
            refused(path + "asOf=2020-04-20", "asOf", "is not a parameter of this resource");
        }
    }

    private static void refused(String path, String parameter, String detail) {
        given().urlEncodingEnabled(false)
                .get("/v1/reconcile" + path)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(parameter))
                .body("errors[0].detail", startsWith(detail));
    }

    @Test
    void what_is_refused_can_be_read_by_pages_of_other_sites_too() {
        given().queryParam("queries", "{")
                .get("/v1/reconcile")
                .then()
                .statusCode(400)
                .header("Access-Control-Allow-Origin", "*");
        given().get("/v1/reconcile/preview/nobody").then().statusCode(404).header("Access-Control-Allow-Origin", "*");
        given().get("/v1/companies").then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void what_cant_be_understood_is_refused_whole() {
        given().formParam("queries", "{\"a\":{\"query\":\"x\",\"type\":\"planet\"},\"b\":{}}")
                .post("/v1/reconcile")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasSize(2));
        given().formParam("queries", "[").post("/v1/reconcile").then().statusCode(400);
        String many = IntStream.range(0, 51)
                .mapToObj(number -> "\"q" + number + "\":{\"query\":\"x\"}")
                .collect(Collectors.joining(",", "{", "}"));
        given().formParam("queries", many).post("/v1/reconcile").then().statusCode(400);
        given().get("/v1/reconcile/preview/nobody").then().statusCode(404);
    }

    private static ValidatableResponse batch(String queries) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("queries", queries)
                .post("/v1/reconcile")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse suggested(String of, String prefix) {
        return given().queryParam("prefix", prefix)
                .get("/v1/reconcile/suggest/" + of)
                .then()
                .statusCode(200);
    }
}
