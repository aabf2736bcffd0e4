package io.cumulo.companies.search;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompanySearchTest {

    private static boolean recorded;

    @BeforeEach
    void theCompaniesOfTheArticle() {
        if (!recorded) {
            ArticleCompanies.record();
            recorded = true;
        }
    }

    private static ValidatableResponse search(String text) {
        return given().queryParam("q", text).get("/v1/companies").then().statusCode(200);
    }

    private static List<String> found(String text) {
        return search(text).extract().path("items.id");
    }

    private static void company(String id, String body) {
        Write.put("/v1/companies/" + id, "{\"kind\":\"company\"," + body + ",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alibba            | alibaba-group
            Alibaab Group     | alibaba-group
            amazn             | amazon
            microsfot         | microsoft
            Micorsfot         | microsoft
            orcale            | oracle
            gogle             | google
            tensent           | tencent
            salesfroce        | salesforce
            depatment of defence united states | us-department-of-defense
            """)
    void a_typo_still_finds_the_company(String typo, String company) {
        search(typo).body("items[0].id", equalTo(company)).body("items[0].match.why", equalTo("spelling"));
    }

    @ParameterizedTest
    @CsvSource({
        "Group Alibaba,alibaba-group", "Web Services Amazon,amazon-web-services",
        "Research Synergy,synergy-research-group", "Claims Federal Court,us-court-of-federal-claims"
    })
    void words_are_found_in_any_order(String text, String company) {
        search(text).body("items[0].id", equalTo(company)).body("items[0].match.why", equalTo("words"));
    }

    @ParameterizedTest
    @CsvSource({
        "el Pentagono,us-department-of-defense",
        "ÉL PENTÁGONO,us-department-of-defense",
        "ｂａｉｄｕ,baidu",
        "MICROSOFT,microsoft"
    })
    void accents_case_and_width_make_no_difference(String text, String company) {
        search(text)
                .body("items[0].id", equalTo(company))
                .body("items[0].match.why", equalTo("exact"))
                .body("items[0].match.score", equalTo(1.0f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Microsoft                     | microsoft
            Microsoft Corp.               | microsoft
            Microsoft Corporation         | microsoft
            Baidu Inc                     | baidu
            Baidu, Incorporated           | baidu
            Alibaba Group Holding Ltd.    | alibaba-group
            Tencent Holdings Ltd          | tencent
            """)
    void a_legal_form_weighs_nothing(String text, String company) {
        search(text)
                .body("items[0].id", equalTo(company))
                .body("items[0].match.why", equalTo("exact"))
                .body("items[0].match.score", equalTo(1.0f));
    }

    @ParameterizedTest
    @CsvSource({"Microsoft GmbH,microsoft", "阿里巴巴有限公司,alibaba-group", "阿里巴巴集团控股有限公司,alibaba-group", "株式会社Oracle,oracle"
    })
    void another_legal_form_weighs_little(String text, String company) {
        search(text)
                .body("items[0].id", equalTo(company))
                .body("items[0].match.score", lessThan(1.0f))
                .body("items[0].match.score", greaterThan(0.95f));
    }

    @Test
    void a_name_in_chinese_finds_the_group_first_and_its_cloud_below() {
        List<String> found = found("阿里巴巴");

        assertThat(found).startsWith("alibaba-group").contains("alibaba-cloud");
        search("阿里巴巴")
                .body("items[0].match.name", equalTo("阿里巴巴"))
                .body("items[0].match.nameType", equalTo("native"))
                .body("items.find { it.id == 'alibaba-cloud' }.match.why", equalTo("transliteration"));
    }

    @ParameterizedTest
    @CsvSource({"騰訊,tencent", "淘寶,taobao", "Тенсент,tencent", "アマゾン,amazon", "Οracle,oracle"})
    void a_name_is_found_in_another_script_than_it_is_recorded_in(String text, String company) {
        assertThat(found(text)).startsWith(company);
    }

    @Test
    void a_short_name_finds_words_and_beginnings_only() {
        company("adjd-widgets", "\"legalName\":\"Adjd Widgets\"");
        company("jdx-trading", "\"legalName\":\"JDX Trading\"");

        assertThat(found("JD")).startsWith("jd-com").doesNotContain("adjd-widgets");
        search("JD").body("items[0].match.name", equalTo("JD")).body("items[0].match.why", equalTo("exact"));
    }

    @Test
    void a_former_name_counts_less_than_one_in_use() {
        company(
                "newly-named-was",
                "\"legalName\":\"Quuxfield\",\"names\":[{\"name\":\"Zyxwell\",\"language\":\"en\",\"type\":\"former\"}]");
        company("zyxwell-is", "\"legalName\":\"Zyxwell\"");

        search("Zyxwell")
                .body("items.id", contains("zyxwell-is", "newly-named-was"))
                .body("items[1].match.nameType", equalTo("former"));
    }

    @Test
    void a_brand_or_unit_comes_below_a_company_of_the_same_name() {
        for (String kind : List.of("brand", "business-unit", "company")) {
            Write.put(
                            "/v1/companies/plonk-" + kind,
                            "{\"kind\":\"" + kind + "\",\"legalName\":\"Plonkwell\",\"sources\":" + SOURCES + "}")
                    .send()
                    .statusCode(201);
        }

        search("plonkwell").body("items.id", contains("plonk-company", "plonk-brand", "plonk-business-unit"));
    }

    @Test
    void a_word_of_its_own_counts_more_than_a_common_one() {
        assertThat(found("Synergy Group")).startsWith("synergy-research-group");
        search("Synergy Group")
                .body("items[0].match.words.asked", contains("synergy", "group"))
                .body("items[0].match.words[0].weight", greaterThan(0.7f))
                .body("items[0].match.words[1].weight", lessThan(0.3f));
    }

    @Test
    void spaces_within_a_name_make_little_difference() {
        search("data center dynamics")
                .body("items[0].id", equalTo("datacenterdynamics"))
                .body("items[0].match.why", equalTo("spacing"));
        assertThat(found("salesforcecom")).startsWith("salesforce");
    }

    @Test
    void the_answer_is_the_company_and_why_it_was_found() {
        search("alibba cloud inteligence")
                .body("items[0].id", equalTo("alibaba-cloud-intelligence"))
                .body("items[0].legalName", equalTo("Alibaba Cloud Intelligence"))
                .body("items[0].sources", hasSize(1))
                .body("items[0].match.name", equalTo("Alibaba Cloud Intelligence"))
                .body("items[0].match.nameType", equalTo("legal"))
                .body("items[0].match.words.found", contains("alibaba", "cloud", "intelligence"))
                .body("items[0].match.words.why", contains("spelling", "words", "spelling"));
    }

    @Test
    void scores_fall_and_lie_between_nought_and_one() {
        List<Float> scores = search("cloud").extract().path("items.match.score");

        assertThat(scores).isNotEmpty().allMatch(score -> score > 0 && score <= 1);
        assertThat(scores).isSortedAccordingTo((left, right) -> Float.compare(right, left));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INR2EJN1ERAN0W5ZP974", "inr2ejn1eran0w5zp974", "0000789019", "US5949181045", "Q2283", "MSFT"})
    void an_identifier_is_found_without_its_scheme(String value) {
        search(value).body("items[0].id", equalTo("microsoft")).body("items[0].match.why", equalTo("identifier"));
    }

    @ParameterizedTest
    @CsvSource({
        "lei:INR2EJN1ERAN0W5ZP974,microsoft", "ticker:XNYS/BABA,alibaba-group", "ticker:BABA,alibaba-group",
        "ticker:XHKG/9988,alibaba-group", "cik:0001549802,jd-com", "wikidata:q95,google"
    })
    void an_identifier_finds_who_bears_it(String identifier, String company) {
        given().queryParam("identifier", identifier)
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .body("items.id", contains(company))
                .body("items[0].match.why", equalTo("identifier"))
                .body("items[0].match.score", equalTo(1.0f));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lei:INR2EJN1ERAN0W5ZP97", "ticker:XNAS/BABA", "isin:INR2EJN1ERAN0W5ZP974", "ticker:microsoft"})
    void an_identifier_that_nobody_bears_finds_nobody(String identifier) {
        given().queryParam("identifier", identifier)
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void kind_and_country_narrow_the_search() {
        given().queryParam("q", "alibaba")
                .queryParam("kind", "business-unit")
                .get("/v1/companies")
                .then()
                .body("items.id", hasItem("alibaba-cloud"))
                .body("items.id", not(hasItem("alibaba-group")))
                .body("items.kind", hasItem("business-unit"));
        given().queryParam("q", "alibaba")
                .queryParam("country", "US")
                .get("/v1/companies")
                .then()
                .body("items.id", not(hasItem("alibaba-group")));
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_repetition() {
        for (int number = 0; number < 25; number++) {
            company("turnover-" + number, "\"legalName\":\"Turnover Mills " + number % 5 + "\"");
        }
        List<String> whole = given().queryParam("q", "turnover mills")
                .queryParam("limit", 100)
                .get("/v1/companies")
                .path("items.id");
        List<String> paged = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("q", "turnover mills").queryParam("limit", 7);
            var page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/v1/companies")
                    .then()
                    .statusCode(200);
            paged.addAll(page.extract().path("items.id"));
            next = page.extract().path("next");
        } while (next != null);

        assertThat(paged).isEqualTo(whole).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void a_cursor_of_another_search_is_refused() {
        String next = given().queryParam("q", "cloud")
                .queryParam("limit", 1)
                .get("/v1/companies")
                .path("next");

        given().queryParam("q", "clout")
                .queryParam("cursor", next)
                .get("/v1/companies")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void a_name_finds_its_company_when_it_bore_it_and_when_that_was_known() {
        company("wobbleton", "\"legalName\":\"Wobbleton Oats\",\"validTo\":\"2009\"");
        Instant before = Instant.parse(given().queryParam("asOf", "2009-01-01")
                .get("/v1/companies/wobbleton")
                .path("recordedAt"));
        Write.put(
                        "/v1/companies/wobbleton",
                        "{\"kind\":\"company\",\"legalName\":\"Gribbleham Rye\",\"validFrom\":\"2010\",\"sources\":"
                                + SOURCES + "}")
                .sendIfMatch("*")
                .statusCode(200);

        assertThat(foundOn("2009-06-01", "wobbleton")).contains("wobbleton");
        assertThat(foundOn("2010-06-01", "wobbleton")).doesNotContain("wobbleton");
        assertThat(foundOn("2010-06-01", "gribbleham")).contains("wobbleton");
        assertThat(given().queryParam("q", "gribbleham")
                        .queryParam("knownAt", before.toString())
                        .get("/v1/companies")
                        .<List<String>>path("items.id"))
                .doesNotContain("wobbleton");
    }

    private static List<String> foundOn(String day, String text) {
        return given().queryParam("q", text)
                .queryParam("asOf", day)
                .get("/v1/companies")
                .path("items.id");
    }

    @Test
    void the_answer_for_a_past_instant_stays_whatever_is_recorded_later() {
        company("kelpfish", "\"legalName\":\"Kelpfish\"");
        String knownAt = given().get("/v1/companies/kelpfish").path("recordedAt");
        String before = pastAnswer(knownAt);
        for (int number = 0; number < 30; number++) {
            company("kelpfis-" + number, "\"legalName\":\"Kelpfis" + (char) ('a' + number % 26) + "\"");
        }
        Write.post("/v1/companies/kelpfish/retraction", "{\"reason\":\"withdrawn\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(200);

        assertThat(pastAnswer(knownAt)).isEqualTo(before).contains("kelpfish");
    }

    private static String pastAnswer(String knownAt) {
        return given().queryParam("q", "kelpfihs")
                .queryParam("knownAt", knownAt)
                .get("/v1/companies")
                .asString();
    }

    @Test
    void a_retracted_company_is_not_found() {
        company("fleeting", "\"legalName\":\"Fleetingham\"");
        assertThat(found("fleetingham")).contains("fleeting");
        Write.post("/v1/companies/fleeting/retraction", "{\"reason\":\"withdrawn\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(200);

        assertThat(found("fleetingham")).doesNotContain("fleeting");
    }
}
