package io.cumulo.companies.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SuggestTest {

    @BeforeEach
    void theCompaniesOfTheArticle() {
        ArticleCompanies.record();
    }

    private static List<String> suggested(String prefix) {
        return given().queryParam("prefix", prefix)
                .get("/v1/companies/suggest")
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .extract()
                .path("items.id");
    }

    @ParameterizedTest
    @CsvSource({
        "micr,microsoft",
        "Microsoft C,microsoft",
        "alib,alibaba-group",
        "amazon w,amazon-web-services",
        "阿里,alibaba-group",
        "百,baidu",
        "the pent,us-department-of-defense",
        "orac,oracle",
        "salesfroc,salesforce",
        "JD,jd-com",
        "jd.c,jd-com"
    })
    void a_company_is_suggested_while_its_name_is_typed(String prefix, String company) {
        assertThat(suggested(prefix)).contains(company);
    }

    @Test
    void a_word_within_the_name_may_be_typed() {
        assertThat(suggested("azu")).contains("microsoft-azure");
        assertThat(suggested("research syn")).contains("synergy-research-group");
    }

    @Test
    void the_whole_name_comes_before_longer_ones() {
        given().queryParam("prefix", "alibaba")
                .get("/v1/companies/suggest")
                .then()
                .body("items[0].id", equalTo("alibaba-group"))
                .body("items[0].match.why", equalTo("exact"))
                .body("items[0].legalName", equalTo("Alibaba Group Holding Limited"));
    }

    @Test
    void no_more_are_suggested_than_asked_for() {
        assertThat(given().queryParam("prefix", "a")
                        .queryParam("limit", 2)
                        .get("/v1/companies/suggest")
                        .<List<String>>path("items.id"))
                .hasSize(2);
        for (String limit : List.of("0", "21", "x", "-1")) {
            given().queryParam("prefix", "a")
                    .queryParam("limit", limit)
                    .get("/v1/companies/suggest")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("limit"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000", "a\nb"})
    void a_prefix_that_is_none_is_400(String prefix) {
        given().queryParam("prefix", prefix)
                .get("/v1/companies/suggest")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("prefix"));
        given().get("/v1/companies/suggest").then().statusCode(400);
    }
}
