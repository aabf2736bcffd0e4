package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.RefusesBadInput;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompaniesRefuseBadInputTest extends RefusesBadInput {

    private static final Write COMPANY = Write.put(
            "/v1/companies/strict", "{\"kind\":\"company\",\"legalName\":\"Strict plc\",\"sources\":" + SOURCES + "}");
    private static final String FRESH = "/v1/companies/strict";

    @Override
    protected void prepare() {
        COMPANY.send().statusCode(anyOf(is(201), is(412)));
        COMPANY.to("/v1/companies/rival").send().statusCode(anyOf(is(201), is(412)));
    }

    @Override
    protected List<Write> writes() {
        return List.of(
                Write.put("/v1/companies/unborn", COMPANY.body()),
                Write.post("/v1/companies", COMPANY.body().replace("Strict plc", "Unborn Two plc")),
                Write.put(FRESH + "/roles/r", "{\"person\":\"P\",\"title\":\"T\",\"sources\":" + SOURCES + "}"),
                Write.post(FRESH + "/roles", "{\"person\":\"P\",\"title\":\"T\",\"sources\":" + SOURCES + "}"),
                Write.put(
                        FRESH + "/statements/s",
                        "{\"speaker\":\"P\",\"on\":\"2020-04-20\",\"words\":\"w\",\"language\":\"es\",\"sources\":"
                                + SOURCES + "}"),
                Write.put(
                        FRESH + "/relationships/r",
                        "{\"type\":\"parent-of\",\"to\":\"rival\",\"percentage\":33.5,\"sources\":" + SOURCES + "}"),
                Write.put(
                        FRESH + "/market-positions/m",
                        "{\"researcher\":\"strict\",\"market\":\"cloud\",\"region\":\"CN\",\"period\":\"2020-Q1\",\"rank\":1,\"share\":33.5,\"sources\":"
                                + SOURCES + "}"),
                Write.put(
                        FRESH + "/events/e",
                        "{\"on\":\"2003-05\",\"title\":\"t\",\"certainty\":\"unconfirmed\",\"sources\":" + SOURCES
                                + "}"),
                Write.post(FRESH + "/roles/none/retraction", "{\"reason\":\"wrong\",\"sources\":" + SOURCES + "}"));
    }

    @Test
    void a_fact_about_an_unknown_company_is_404() {
        Write.put("/v1/companies/nobody/roles/r", "{\"person\":\"P\",\"title\":\"T\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(404);
    }

    @Test
    void a_fact_that_names_an_unknown_company_is_422() {
        Write.put(
                        FRESH + "/roles/r",
                        "{\"person\":\"P\",\"title\":\"T\",\"at\":\"nobody\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/at"));
        Write.put(FRESH + "/relationships/r", "{\"type\":\"unit-of\",\"to\":\"nobody\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("errors.pointer", hasItem("/to"));
    }

    @Test
    void a_company_has_no_relationship_to_itself() {
        Write.put(FRESH + "/relationships/r", "{\"type\":\"unit-of\",\"to\":\"strict\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/to"));
    }

    @Test
    void a_key_that_is_no_key_is_400() {
        Write.put("/v1/companies/Not_A_Key", COMPANY.body())
                .send()
                .statusCode(400)
                .body("errors.parameter", hasItem("id"));
        Write.put("/v1/companies/" + "a".repeat(81), COMPANY.body()).send().statusCode(400);
    }

    @Test
    void a_country_that_is_none_is_422() {
        Write.put(
                        "/v1/companies/unborn",
                        "{\"kind\":\"company\",\"legalName\":\"X\",\"country\":\"us\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("detail", is("1 member of the body is wrong"))
                .body("errors.pointer", containsInAnyOrder("/country"));
    }

    @Test
    void an_identifier_with_a_wrong_check_digit_is_422() {
        Write.put(
                        "/v1/companies/unborn",
                        "{\"kind\":\"company\",\"legalName\":\"X\",\"identifiers\":[{\"scheme\":\"lei\",\"value\":\"INR2EJN1ERAN0W5ZP975\"}],\"sources\":"
                                + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/identifiers/0"));
    }

    @Test
    void a_problem_names_what_was_asked_for_as_a_reference_whatever_its_letters() {
        given().urlEncodingEnabled(false)
                .get("/v1/companies/%C3%B1%20x")
                .then()
                .statusCode(404)
                .body("instance", is("/v1/companies/%C3%B1%20x"));
    }

    @Test
    void a_suggestion_s_cursor_that_is_no_number_is_400_and_not_404() {
        given().queryParam("prefix", "a")
                .queryParam("cursor", "b")
                .get("/v1/reconcile/suggest/entity")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("cursor"));
    }

    @Test
    void a_letter_that_cannot_be_stored_is_400_wherever_it_is_asked_for() {
        for (String path : List.of(
                "/v1/companies?country=%00",
                "/v1/companies?q=a%00",
                "/v1/companies/suggest?prefix=a%00",
                "/v1/companies/a%00",
                "/v1/companies/a%00/roles",
                "/v1/companies/strict/roles/a%00/history",
                "/v1/reconcile/suggest/entity?prefix=a%00",
                "/v1/reconcile/flyout/entity?id=a%00",
                "/v1/reconcile/preview/a%00",
                "/v1/reconcile?callback=%00")) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("type", is("urn:cumulo:problem:invalid-parameter"));
        }
    }

    @Test
    void a_batch_with_a_letter_that_cannot_be_stored_is_400() {
        for (String letter : List.of("\\u0000", "\\ud800", "\\udc00")) {
            refused("extend", "{\"ids\":[\"" + letter + "\"],\"properties\":[]}");
            refused(
                    "queries",
                    "{\"q\":{\"query\":\"Strict\",\"properties\":[{\"pid\":\"lei\",\"v\":\"" + letter + "\"}]}}");
            refused("queries", "{\"" + letter + "\":{\"query\":\"Strict\"}}");
        }
    }

    /** A client of the JDK: the other one would not send what it can't encode itself. */
    @Test
    void a_form_in_a_character_set_that_there_is_not_is_415() throws Exception {
        for (String charset : List.of("nonsense", "\"\"", "%")) {
            HttpRequest form = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/v1/reconcile"))
                    .header("Content-Type", "application/x-www-form-urlencoded;charset=" + charset)
                    .POST(HttpRequest.BodyPublishers.ofString("queries=%7B%7D"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(form, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(415);
        }
    }

    private static void refused(String parameter, String batch) {
        given().queryParam(parameter, batch)
                .get("/v1/reconcile")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter));
        given().formParam(parameter, batch)
                .post("/v1/reconcile")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter));
    }
}
