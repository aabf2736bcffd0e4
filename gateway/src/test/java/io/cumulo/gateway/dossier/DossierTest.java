package io.cumulo.gateway.dossier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class DossierTest extends DossierOfAmazon {

    @Test
    void a_dossier_holds_everything_in_one_answer() {
        dossier("asOf=2020-04-24")
                .statusCode(200)
                .body("company", is("amazon"))
                .body("asOf", is("2020-04-24"))
                .body("knownAt", nullValue())
                .body("profile.legalName", is("Amazon.com, Inc."))
                .body("roles.id", contains("bezos", "jassy"))
                .body("contracts.id", contains("jedi"))
                .body("disputes[0].docket.id", contains("injunction"))
                .body("securities[0].id", is("bond"))
                .body("securities[0].dispute", is("aws-v-us"))
                .body("claims[0].corrections.id", contains("k"))
                .body("commitments", empty())
                .body("truncated", empty())
                .body("incomplete", empty());
    }

    @Test
    void only_the_sections_that_are_asked_for_are_read_and_shown() {
        services.disputes()
                .onJson(
                        "/v1/disputes",
                        list("{'id':'aws-v-us','securities':[{'id':'bond','orderedBy':'order'}],'docket':[" + INJUNCTION
                                + ",{'id':'order','kind':'security-ordered','on':'2020-02-20','sources':" + REUTERS
                                + "}]}"));
        dossier("asOf=2020-04-24&sections=roles,securities,timeline")
                .statusCode(200)
                .body("roles.id", contains("bezos", "jassy"))
                .body("securities[0].id", is("bond"))
                .body("securities[0].sources[0].publisher", is("Reuters"))
                .body("timeline.type", contains("role-began", "role-began", "security-ordered"))
                .body("$", not(hasKey("contracts")))
                .body("$", not(hasKey("disputes")))
                .body("$", not(hasKey("sources")));
        assertThat(services.investments().received()).isEmpty();
        assertThat(asked(services.disputes())).hasSize(1);
    }

    @Test
    void what_the_group_reported_to_have_spent_stands_beside_its_commitments() {
        services.investments()
                .onJson(
                        "/v1/spending",
                        list(
                                "{'company':'amazon','measure':'capital-expenditure','year':2019,'amount':{'amount':'16861000000','currency':'USD'},'filedOn':'2020-01-31','sources':"
                                        + REUTERS + "}"));
        dossier("asOf=2020-04-24&in=EUR&sections=spending,timeline,sources")
                .statusCode(200)
                .body("spending.year", contains(2019))
                .body("timeline.type", contains("spending-reported"))
                .body("timeline.text", contains("capital-expenditure 2019 16861000000 USD"))
                .body("timeline.ref", contains("/v1/spending?company=amazon&year=2019"))
                .body("sources[0].citedBy", containsInAnyOrder(AMAZON, "/v1/spending?company=amazon&year=2019"))
                .body("$", not(hasKey("commitments")));
        assertThat(asked(services.investments())).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/spending");
            assertThat(request.params().getAll("company")).containsExactly("amazon", "amazon-web-services");
            assertThat(request.getParam("in")).isEqualTo("EUR");
        });
    }

    @Test
    void the_timeline_alone_is_that_of_everything() {
        dossier("asOf=2020-04-24&sections=timeline")
                .body("timeline.type", hasItem("injunction-granted"))
                .body("$", not(hasKey("roles")));
    }

    @Test
    void what_is_no_section_or_no_currency_is_refused() {
        dossier("sections=roles,horoscope").statusCode(400).body("errors[0].parameter", is("sections"));
        for (String currency : List.of("euro", "QQQ", "eur", "")) {
            dossier("in=" + currency).statusCode(400).body("errors[0].parameter", is("in"));
        }
    }

    @Test
    void amounts_are_asked_for_in_the_currency_that_is_wanted() {
        dossier("asOf=2020-04-24&in=EUR").statusCode(200).body("in", is("EUR"));
        assertThat(services.investments().received())
                .filteredOn(request -> request.path().equals("/v1/commitments"))
                .allSatisfy(request -> assertThat(request.getParam("in")).isEqualTo("EUR"));
    }

    @Test
    void what_a_unit_takes_part_in_says_through_which_relationship() {
        dossier("asOf=2020-04-24")
                .body("family", contains(java.util.Map.of("company", "amazon-web-services", "relationship", "unit-of")))
                .body("roles[0].through", nullValue())
                .body("roles[1].through.company", is("amazon-web-services"))
                .body("roles[1].through.relationship", is("unit-of"))
                .body("claims[0].through.company", is("amazon-web-services"))
                .body("disputes[0].through.relationship", is("unit-of"))
                .body("securities[0].through.company", is("amazon-web-services"))
                .body("timeline.find { it.type == 'injunction-granted' }.through.company", is("amazon-web-services"));
        assertThat(services.disputes().received())
                .anyMatch(request -> request.path().equals("/v1/disputes")
                        && request.params().getAll("company").equals(List.of("amazon", "amazon-web-services")));
    }

    @Test
    void a_contract_that_is_only_disputed_stands_beside_its_dispute() {
        services.disputes().on("/v1/contracts", request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(
                        request.params().contains("id")
                                ? list("{'id':'jedi','title':'JEDI','sources':" + REUTERS + "}")
                                : list("{'id':'other','buyer':'amazon','sources':[]}")));
        services.disputes()
                .onJson(
                        "/v1/disputes",
                        list(
                                "{'id':'a','contract':'jedi','sources':[],'docket':[]}",
                                "{'id':'b','contract':'unknown','sources':[],'docket':[]}",
                                "{'id':'c','contract':'other','sources':[],'docket':[]}"));
        dossier("asOf=2020-04-24")
                .body("contracts.id", contains("other", "jedi"))
                .body("contracts[0].through", nullValue())
                .body("contracts[1].through.dispute", is("a"))
                .body("incomplete", empty());
        assertThat(services.disputes().received())
                .filteredOn(request -> request.params().contains("id"))
                .singleElement()
                .satisfies(request -> assertThat(request.params().getAll("id")).containsExactly("jedi", "unknown"));
    }

    @Test
    void a_contract_that_another_dispute_suspended_is_told_with_the_sources_of_its_order() {
        services.disputes().onJson("/v1/disputes", list());
        dossier("asOf=2020-04-24")
                .body("disputes", empty())
                .body("timeline.find { it.type == 'contract-suspended' }.sources[0].publisher", is("Reuters"))
                .body("sources.citedBy.flatten()", hasItem("/v1/disputes/aws-v-us/docket/injunction"))
                .body("incomplete", empty());
        services.disputes().onProblem("/v1/disputes/aws-v-us/docket/injunction", 500, "internal");
        dossier("asOf=2020-04-24")
                .body("timeline.type", hasItem("contract-suspended"))
                .body("incomplete.ref", contains("/v1/disputes/aws-v-us/docket/injunction"));
    }

    @Test
    void a_docket_that_is_longer_than_what_its_dispute_comes_with_is_read_whole() {
        services.disputes()
                .onJson(
                        "/v1/disputes",
                        list("{'id':'long','sources':[],'docket':[{'id':'first'}],'docketNext':'more'}"));
        services.disputes().onJson("/v1/disputes/long/docket", list("{'id':'first'}", "{'id':'second'}"));
        dossier("asOf=2020-04-24").body("disputes[0].docket.id", contains("first", "second"));
    }

    @Test
    void what_is_asked_does_not_grow_with_the_family_or_the_disputes() {
        dossier("asOf=2020-04-24").body("incomplete", empty());
        long before = asked().count();
        services.reset();
        amazon_as_recorded();
        services.companies()
                .onJson(
                        AMAZON + "/family",
                        list(IntStream.range(0, 3)
                                .mapToObj(n -> "{'company':'unit-" + n + "','through':'unit-of'}")
                                .toArray(String[]::new)));
        services.disputes()
                .onJson(
                        "/v1/disputes",
                        list(IntStream.range(0, 50)
                                .mapToObj(n -> "{'id':'" + (n == 0 ? "aws-v-us" : "d" + n)
                                        + "','contract':'jedi','docket':[" + INJUNCTION + "]}")
                                .toArray(String[]::new)));
        dossier("asOf=2020-04-24").body("disputes", hasSize(50)).body("incomplete", empty());
        assertThat(asked()).hasSize((int) before);
    }

    @Test
    void the_timeline_tells_it_in_order() {
        dossier("asOf=2021-12-31")
                .body(
                        "timeline.on",
                        contains(
                                "1994",
                                "2016-04",
                                "2019-10-25",
                                "2020-02-13",
                                "2020-02-13",
                                "2020-04",
                                "2021-07-05",
                                "2021-07-06"))
                .body(
                        "timeline.type",
                        contains(
                                "role-began",
                                "role-began",
                                "contract-awarded",
                                "contract-suspended",
                                "injunction-granted",
                                "correction",
                                "role-ended",
                                "contract-terminated"))
                .body("timeline.ref", hasItem("/v1/disputes/aws-v-us/docket/injunction"))
                .body("timeline.ref", hasItem("/v1/claims/c/corrections/k"))
                .body("timeline[3].ref", is("/v1/disputes/aws-v-us/docket/injunction"))
                .body("timeline[3].sources[0].publisher", is("Reuters"))
                .body("timeline[4].sources[0].publisher", is("Reuters"));
    }

    @Test
    void sources_stand_once_with_everything_that_cites_them() {
        dossier("asOf=2020-04-24")
                .body("sources", hasSize(1))
                .body("sources[0].publisher", is("Reuters"))
                .body(
                        "sources[0].citedBy",
                        containsInAnyOrder(AMAZON, "/v1/contracts/jedi", "/v1/disputes/aws-v-us/docket/injunction"));
    }

    @Test
    void both_clocks_are_passed_on_to_every_service() {
        dossier("asOf=2020-04-24&knownAt=2020-05-01T10:00:00%2B02:00")
                .statusCode(200)
                .body("knownAt", is("2020-05-01T08:00:00Z"));
        assertThat(asked()).hasSize(12).allSatisfy(request -> {
            assertThat(request.getParam("asOf")).isEqualTo("2020-04-24");
            assertThat(request.getParam("knownAt")).isEqualTo("2020-05-01T08:00:00Z");
        });
    }

    @Test
    void what_was_not_asked_is_not_passed_on_except_today() {
        dossier("")
                .statusCode(200)
                .body("asOf", is(LocalDate.now(ZoneOffset.UTC).toString()));
        assertThat(asked()).allSatisfy(request -> {
            assertThat(request.getParam("asOf")).isNotNull();
            assertThat(request.params().contains("knownAt")).isFalse();
        });
    }

    @Test
    void a_query_that_cannot_be_understood_is_400() {
        for (String query : List.of(
                "asof=2020-04-24",
                "asOf=yesterday",
                "knownAt=2020",
                "limit=5",
                "asOf=2020-04-24&asOf=2020-04-25",
                "knownAt=" + Instant.now().plus(1, ChronoUnit.DAYS))) {
            dossier(query)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors", hasSize(1));
        }
        given().get("/v1/dossiers/Not-A-Key").then().statusCode(400).contentType("application/problem+json");
        assertThat(asked()).isEmpty();
    }

    @Test
    void lists_are_read_page_by_page_up_to_a_bound() {
        services.companies().on(AMAZON + "/family/events", request -> {
            int page = request.getParam("cursor") == null ? 1 : Integer.parseInt(request.getParam("cursor"));
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(json("{'items':[{'id':'e" + page + "'}],'next':'" + (page + 1) + "'}"));
        });
        dossier("")
                .body("events.id", contains("e1", "e2"))
                .body("truncated.part", contains("events"))
                .body("truncated.ref", contains(AMAZON + "/family/events"))
                .body("incomplete", empty());
        assertThat(asked().filter(request -> request.path().endsWith("/events")))
                .allMatch(request -> request.getParam("limit").equals("500"));
    }

    @Test
    void the_family_and_the_dockets_are_bounded() {
        services.companies()
                .onJson(
                        AMAZON + "/family",
                        list(IntStream.range(0, 9)
                                .mapToObj(n -> "{'company':'unit-" + n + "','through':'unit-of'}")
                                .toArray(String[]::new)));
        services.disputes().on("/v1/disputes", request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(
                        request.params().contains("cursor")
                                ? list("{'id':'c'}")
                                : json("{'items':[{'id':'a','docket':[]}],'next':'c'}")));
        dossier("")
                .body("family", hasSize(9))
                .body("disputes.docket", contains(List.of(), null))
                .body("truncated.part", containsInAnyOrder("family", "docket"));
    }
}
