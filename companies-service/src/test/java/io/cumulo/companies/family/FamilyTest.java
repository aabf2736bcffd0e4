package io.cumulo.companies.family;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A head, its unit until 2020, and a subsidiary of the unit. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FamilyTest {

    private String run;
    private String head;
    private String unit;
    private String subsidiary;

    @BeforeEach
    void a_family() {
        run = "f" + UUID.randomUUID().toString().substring(0, 8);
        head = company("head");
        unit = company("unit");
        subsidiary = company("subsidiary");
        told(unit, "relationships", "\"type\":\"unit-of\",\"to\":\"" + head + "\",\"validTo\":\"2020\"");
        told(unit, "relationships", "\"type\":\"parent-of\",\"to\":\"" + subsidiary + "\"");
    }

    @Test
    void its_members_say_through_which_relationship_and_of_whom() {
        given().get(family("?asOf=2020-06-01"))
                .then()
                .statusCode(200)
                .body(
                        "items",
                        contains(
                                Map.of("company", subsidiary, "through", "subsidiary-of", "of", unit),
                                Map.of("company", unit, "through", "unit-of", "of", head)));
        given().get(family("?asOf=2021-06-01")).then().body("items", empty());
    }

    @Test
    void its_members_come_in_pages() {
        String next = given().get(family("?asOf=2020-06-01&limit=1"))
                .then()
                .body("items.company", contains(subsidiary))
                .extract()
                .path("next");
        given().queryParam("cursor", next)
                .get(family("?asOf=2020-06-01&limit=1"))
                .then()
                .body("items.company", contains(unit))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "roles            | 'person':'A. Smith','title':'CEO'",
                "statements       | 'speaker':'A. Smith','medium':'CNBC','on':'2020-04-20','words':'We grow','language':'en'",
                "relationships    | 'type':'competes-with','to':'HEAD'",
                "market-positions | 'researcher':'HEAD','market':'cloud','region':'CN','period':'2020-Q1','rank':1",
                "events           | 'on':'2019-05','title':'Founded','certainty':'confirmed'"
            })
    void what_is_told_of_any_of_them_stands_in_one_list_and_says_of_whom(String list, String members) {
        String body = members.replace('\'', '"').replace("HEAD", head);
        String id = told(subsidiary, list, body);
        given().get(family("/" + list + "?asOf=2020-06-01"))
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.company", is(subsidiary))
                .body("items.find { it.id == '" + id + "' }.sources[0].publisher", is("Reuters"));
        given().get(family("/" + list + "?asOf=2021-06-01"))
                .then()
                .body("items.find { it.id == '" + id + "' }", nullValue());
    }

    @Test
    void the_company_itself_is_one_of_them() {
        role(head, "A. Head");
        role(unit, "B. Unit");
        role(company("stranger"), "C. Stranger");
        given().get(family("/roles?asOf=2020-06-01"))
                .then()
                .body("items.person", containsInAnyOrder("A. Head", "B. Unit"))
                .body("items.company", containsInAnyOrder(head, unit));
    }

    @Test
    void it_is_known_from_when_it_was_recorded() {
        String before = given().get("/v1/companies/" + subsidiary).path("recordedAt");
        role(unit, "B. Unit");
        given().get(family("/roles?asOf=2020-06-01&knownAt=" + before)).then().body("items", empty());
    }

    @Test
    void a_page_goes_on_after_the_last_though_somebody_joined_the_family() {
        for (String company : List.of(head, unit, subsidiary)) {
            role(company, "A. " + company);
            role(company, "B. " + company);
        }
        Response page = given().get(family("/roles?asOf=2020-06-01&limit=4"));
        page.then().statusCode(200).header("Link", containsString("rel=\"next\""));
        told(company("late"), "relationships", "\"type\":\"brand-of\",\"to\":\"" + head + "\"");
        List<String> people = new ArrayList<>(page.path("items.person"));
        people.addAll(given().queryParam("cursor", page.<String>path("next"))
                .get(family("/roles?asOf=2020-06-01&limit=4"))
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .extract()
                .path("items.person"));
        assertThat(people).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void all_of_it_is_streamed_as_lines() {
        role(head, "A. Head");
        role(subsidiary, "S. Subsidiary");
        assertThat(given().accept("text/csv")
                        .get(family("/roles?asOf=2020-06-01"))
                        .asString()
                        .lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("company,id,person,title");
    }

    private String family(String rest) {
        return "/v1/companies/" + head + "/family" + rest;
    }

    private void role(String company, String person) {
        told(company, "roles", "\"person\":\"" + person + "\",\"title\":\"CEO\"");
    }

    private static String told(String company, String list, String members) {
        return Write.post("/v1/companies/" + company + "/" + list, "{" + members + ",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String company(String key) {
        String name = key + "-" + run;
        String profile = "{\"kind\":\"company\",\"legalName\":\"" + name + "\",\"sources\":" + SOURCES + "}";
        Write.put("/v1/companies/" + name, profile).send().statusCode(201);
        return name;
    }
}
