package io.cumulo.companies.search;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchTest {

    private static boolean recorded;

    @BeforeEach
    void the_companies_of_the_article() {
        if (!recorded) {
            ArticleCompanies.record();
            recorded = true;
        }
    }

    @ParameterizedTest(name = "{0} finds {1}: {2}")
    @CsvSource({
        "Alibaba Group Holding Limited, alibaba-group, exact",
        "alibaba group, alibaba-group, words",
        "Microsft, microsoft, spelling",
        "Microsoft Corp., microsoft, exact",
        "Corporation Microsoft, microsoft, words",
        "micro, microsoft, prefix",
        "阿里巴巴, alibaba-group, exact",
        "Alibabba Cloud, alibaba-cloud, spelling",
        "Amazon Web Services, amazon-web-services, exact",
        "AMZN, amazon, identifier",
        "ticker:XNAS/AMZN, amazon, identifier",
    })
    void whoever_is_meant_comes_first(String asked, String company, String why) {
        found(asked).body("items[0].id", is(company)).body("items[0].match.why", is(why));
    }

    @Test
    void accents_and_case_make_no_difference() {
        company("sociedad-nubes", "Sociedad de Nubes Españolas, S.A.", "[]");
        found("SOCIEDAD NUBES ESPANOLAS SA").body("items[0].id", is("sociedad-nubes"));
        found("Sociedad dé Nübes Españolas S A").body("items[0].id", is("sociedad-nubes"));
    }

    @Test
    void a_legal_form_tells_little() {
        company("veldora-gmbh", "Veldora GmbH", "[]");
        company("tempest-gmbh", "Tempest GmbH", "[]");
        found("Veldora AG").body("items[0].id", is("veldora-gmbh")).body("items.id", not(hasItem("tempest-gmbh")));
    }

    @Test
    void a_legal_form_is_known_in_any_place() {
        company("zentara", "Zentara Corporation", "[]");
        company("zentara-corporation-india", "Zentara Corporation (India) Private Limited", "[]");
        found("Corporation Zentara").body("items[0].id", is("zentara"));
        found("Corp Zentara").body("items[0].id", is("zentara"));
    }

    @Test
    void a_short_name_doesnt_flood() {
        IntStream.range(0, 5).forEach(number -> company("ajdara-" + number, "Ajdara " + number + " Works", "[]"));
        found("JD").body("items[0].id", is("jd-com")).body("items.id", not(hasItem("ajdara-1")));
    }

    @Test
    void the_parent_stands_lower_than_the_unit_that_was_asked_for() {
        List<String> ids = found("Alibaba Cloud").extract().path("items.id");
        assertThat(ids).startsWith("alibaba-cloud").contains("alibaba-group");
    }

    @Test
    void each_part_of_the_score_is_told() {
        found("Microsft Corporation")
                .body("items[0].match.score", notNullValue())
                .body("items[0].match.name", is("Microsoft Corporation"))
                .body("items[0].match.words[0].asked", is("microsft"))
                .body("items[0].match.words[0].found", is("microsoft"))
                .body("items[0].match.words[0].weight", is(1.0f));
    }

    @Test
    void an_identifier_finds_its_company_alone() {
        given().queryParam("identifier", "ticker:AMZN")
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .body("items.id", contains("amazon"));
        given().queryParam("identifier", "lei:5493006MHB84DD0ZWV18")
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void kind_and_country_narrow_what_is_found() {
        given().queryParam("q", "Alibaba")
                .queryParam("kind", "company")
                .queryParam("country", "CN")
                .get("/v1/companies")
                .then()
                .body("items[0].id", is("alibaba-group"))
                .body("items.kind", everyItem(is("company")));
        given().queryParam("q", "Alibaba")
                .queryParam("country", "US")
                .get("/v1/companies")
                .then()
                .body("items.id", not(hasItem("alibaba-group")));
    }

    @Test
    void a_name_is_found_as_long_as_it_is_borne_on_both_clocks() {
        company("renamed", "Quixotic Clouds", "[]");
        String path = "/v1/companies/renamed";
        String before = given().get(path).path("recordedAt");
        String etag = given().get(path).header("ETag");
        Write.put(path, body("Sanguine Skies", "[]")).sendIfMatch(etag).statusCode(200);
        found("Sanguine Skies").body("items[0].id", is("renamed"));
        found("Quixotic Clouds").body("items.id", not(hasItem("renamed")));
        given().queryParam("q", "Quixotic Clouds")
                .queryParam("knownAt", before)
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .body("items[0].id", is("renamed"));
    }

    @Test
    void a_retracted_company_isnt_found() {
        company("phantomic", "Phantomic Vapours", "[]");
        given().auth()
                .oauth2(Tokens.editor())
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"invented\",\"sources\":" + SOURCES + "}")
                .post("/v1/companies/phantomic/retraction")
                .then()
                .statusCode(200);
        found("Phantomic Vapours").body("items.id", not(hasItem("phantomic")));
    }

    @Test
    void a_former_name_stands_below_a_present_one() {
        company("once-brindle", "Marbled Data", "[{\"name\":\"Brindle Data\",\"type\":\"former\"}]");
        company("now-brindle", "Brindle Data", "[]");
        List<String> ids = found("Brindle Data").extract().path("items.id");
        assertThat(ids).startsWith("now-brindle", "once-brindle");
    }

    @Test
    void pages_of_what_was_found_neither_skip_nor_repeat() {
        IntStream.range(0, 12).forEach(number -> company("zephyrine-" + number, "Zephyrine " + number, "[]"));
        List<String> all =
                given().queryParam("q", "Zephyrine").get("/v1/companies").path("items.id");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParam("q", "Zephyrine").queryParam("limit", 5);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/companies");
            paged.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
    }

    @Test
    void what_is_being_typed_is_completed() {
        suggested("alib").body("items[0].id", is("alibaba-group")).body("items.size()", lessThanOrEqualTo(10));
        suggested("amazon we").body("items[0].id", is("amazon-web-services"));
        suggested("阿里").body("items.id", hasItem("alibaba-group"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
    void what_is_no_text_is_refused(String text) {
        given().queryParam("q", text)
                .get("/v1/companies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", is("q"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "\\",
                "'",
                "\"; drop table company; --",
                "!!!",
                "\u202Eabc",
                "a*(b|c",
                "😀",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿"
            })
    void odd_text_finds_what_it_finds(String text) {
        given().queryParam("q", text)
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .body("next", nullValue());
    }

    @Test
    void a_path_of_the_api_is_no_key() {
        Write.put("/v1/companies/suggest", body("Suggest", "[]")).send().statusCode(422);
    }

    private static ValidatableResponse found(String text) {
        return given().queryParam("q", text).get("/v1/companies").then().statusCode(200);
    }

    private static ValidatableResponse suggested(String prefix) {
        return given().queryParam("prefix", prefix)
                .queryParam("limit", 10)
                .get("/v1/companies/suggest")
                .then()
                .statusCode(200);
    }

    private static void company(String key, String name, String names) {
        Write.put("/v1/companies/" + key, body(name, names)).send().statusCode(201);
    }

    private static String body(String name, String names) {
        return "{\"kind\":\"company\",\"legalName\":\"" + name + "\",\"names\":" + names + ",\"sources\":" + SOURCES
                + "}";
    }
}
