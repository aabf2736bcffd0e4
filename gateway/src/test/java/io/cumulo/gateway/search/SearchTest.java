package io.cumulo.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class SearchTest {

    FakeServices services;

    @BeforeEach
    void what_there_is() {
        services.reset();
        services.companies()
                .onJson(
                        "/v1/companies",
                        list("{'id':'jedi-inc','legalName':'Jedi Incorporated','match':{'score':0.8}}"));
        services.investments().onJson("/v1/commitments", list("{'id':'c','title':'A cloud for JEDI'}"));
        services.investments().onJson("/v1/claims", list(""));
        services.disputes().onJson("/v1/contracts", list("{'id':'jedi','title':'JEDI'}"));
        services.disputes().onJson("/v1/disputes", list("{'id':'d','title':'Amazon v. United States','forum':'jedi'}"));
    }

    @Test
    void all_services_answer_under_one_ranking_with_what_was_found_and_why() {
        search("q=jedi")
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body("items.type", contains("contract", "company", "commitment", "dispute"))
                .body(
                        "items.ref",
                        contains("/v1/contracts/jedi", "/v1/companies/jedi-inc", "/v1/commitments/c", "/v1/disputes/d"))
                .body("items[0].score", is(1.0f))
                .body("items[3].why[0].in", is("text"))
                .body("incomplete", empty());
    }

    @Test
    void no_word_is_an_operator() {
        search("q=-jedi+--cloud+24-7").statusCode(200);
        assertThat(services.disputes().received())
                .allSatisfy(request -> assertThat(request.getParam("q")).isEqualTo("jedi cloud 24-7"));
    }

    @Test
    void only_the_types_that_are_asked_for_are_asked() {
        search("q=jedi&types=contract,company&limit=1").body("items.type", contains("contract"));
        assertThat(services.investments().received()).isEmpty();
        assertThat(services.disputes().received())
                .allSatisfy(request -> assertThat(request.getParam("limit")).isEqualTo("1"));
    }

    @Test
    void disputes_are_asked_with_what_stands_on_their_dockets_as_many_as_are_told_so() {
        search("q=jedi&types=dispute,contract&limit=60").statusCode(200).body("incomplete", empty());
        assertThat(services.disputes().received())
                .extracting(
                        request -> request.path() + " " + request.getParam("include") + " " + request.getParam("limit"))
                .containsExactlyInAnyOrder("/v1/disputes docket 50", "/v1/contracts null 60");
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_named_and_the_rest_is_served() {
        services.investments().onSilence("/v1/commitments");
        search("q=jedi")
                .statusCode(200)
                .body("items", hasSize(3))
                .body("incomplete.part", contains("commitments"))
                .body("incomplete.reason", contains("timeout"));
    }

    @Test
    void both_clocks_reach_every_service() {
        search("q=jedi&asOf=2020-04-24&knownAt=2020-05-01T10:00:00Z")
                .statusCode(200)
                .body("knownAt", is("2020-05-01T10:00:00Z"));
        assertThat(services.disputes().received()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getParam("asOf")).isEqualTo("2020-04-24");
            assertThat(request.getParam("knownAt")).isEqualTo("2020-05-01T10:00:00Z");
            assertThat(request.getParam("q")).isEqualTo("jedi");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2020-04-24",
                "q=",
                "q=%3F%3F",
                "q=a&limit=0",
                "q=a&limit=101",
                "q=a&types=planet",
                "q=a&size=1",
                "q=a%00b"
            })
    void what_can_t_be_asked_is_refused(String query) {
        search(query).statusCode(400);
        assertThat(services.companies().received()).isEmpty();
    }

    private static ValidatableResponse search(String query) {
        return given().urlEncodingEnabled(false).get("/v1/search?" + query).then();
    }

    private static String list(String items) {
        return "{'items':[%s],'next':null}".formatted(items).replace('\'', '"');
    }
}
