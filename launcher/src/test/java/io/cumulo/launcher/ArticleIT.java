package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The article of April 2020, asked for through the gateway of the whole running platform. */
class ArticleIT {

    @TempDir
    static Path data;

    private static RunningPlatform platform;
    private static JsonNode alibaba;
    private static JsonNode amazon;
    private static JsonNode microsoft;

    @BeforeAll
    static void up() {
        platform = new RunningPlatform(data);
        assertThat(platform.run("up", "--detach")).as(() -> platform.said()).isZero();
        alibaba = platform.json("/v1/dossiers/alibaba-group");
        amazon = platform.json("/v1/dossiers/amazon");
        microsoft = platform.json("/v1/dossiers/microsoft");
    }

    @AfterAll
    static void down() {
        platform.close();
    }

    private static JsonNode one(JsonNode list, String member, String value) {
        for (JsonNode item : list) {
            if (item.path(member).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no " + member + " " + value + " in " + list);
    }

    private static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.at(pointer).asText()));
        return texts;
    }

    @Test
    void every_dossier_is_complete_and_each_of_its_facts_names_its_sources() {
        for (JsonNode dossier : List.of(alibaba, amazon, microsoft)) {
            assertThat(dossier.path("incomplete")).isEmpty();
            for (String section : List.of(
                    "roles",
                    "statements",
                    "relationships",
                    "marketPositions",
                    "events",
                    "commitments",
                    "spending",
                    "claims",
                    "contracts",
                    "disputes")) {
                assertThat(dossier.path(section).isArray()).as(section).isTrue();
                dossier.path(section).forEach(fact -> assertThat(fact.path("sources"))
                        .as(section + " " + fact.path("id"))
                        .isNotEmpty());
            }
            assertThat(dossier.at("/profile/sources")).isNotEmpty();
        }
    }

    @Test
    void point_1_alibaba_invests_26_millones_as_printed_and_200_billion_yuan_as_corrected() {
        JsonNode claim = one(alibaba.path("claims"), "id", "alibaba-26-millones");
        assertThat(claim.path("asPrinted").asText()).contains("26 millones");
        assertThat(claim.at("/corrections/0/value/amount").asText()).isEqualTo("200000000000.00");
        assertThat(claim.at("/corrections/0/value/currency").asText()).isEqualTo("CNY");
        assertThat(claim.at("/corrections/0/sources")).isNotEmpty();
        JsonNode plan = one(alibaba.path("commitments"), "id", "alibaba-cloud-2020");
        assertThat(plan.at("/position/pledged/amount").asText()).isEqualTo("200000000000.00");
        assertThat(plan.path("categories").toString()).contains("operating-systems", "servers", "chips", "networks");
        assertThat(plan.path("split").isNull())
                .as("an unknown split stays unknown")
                .isTrue();
    }

    @Test
    void point_2_it_competes_with_microsoft_and_amazon() {
        assertThat(texts(alibaba.path("relationships"), "/to")).contains("microsoft", "amazon");
    }

    @Test
    void point_3_jeff_zhang_is_quoted_as_speaking_to_cnbc() {
        JsonNode statement = one(alibaba.path("statements"), "speaker", "Jeff Zhang");
        assertThat(statement.path("medium").asText()).isEqualTo("CNBC");
        assertThat(statement.path("words").asText()).contains("centrarnos en la economía digital");
        assertThat(statement.path("standing").asText()).isEqualTo("contested");
        assertThat(one(alibaba.path("roles"), "person", "Jeff Zhang")
                        .path("title")
                        .asText())
                .isEqualTo("president");
    }

    @Test
    void point_4_alibaba_leads_in_china_and_researchers_who_disagree_stand_side_by_side() {
        JsonNode article = one(alibaba.path("marketPositions"), "id", "article-cn-2020-04");
        assertThat(article.path("rank").asInt()).isEqualTo(1);
        assertThat(article.path("researcher").asText()).isEqualTo("synergy-research-group");
        assertThat(texts(alibaba.path("marketPositions"), "/researcher")).contains("canalys", "synergy-research-group");
    }

    @Test
    void point_5_amazon_stops_a_contract_that_microsoft_won() {
        JsonNode jedi = one(microsoft.path("contracts"), "id", "jedi");
        assertThat(jedi.at("/value/ceiling/amount").asText()).isEqualTo("10000000000.00");
        assertThat(jedi.at("/value/guaranteed/amount").asText()).isEqualTo("1000000.00");
        assertThat(jedi.at("/value/obligated").isNull())
                .as("what nobody published is unknown")
                .isTrue();
        assertThat(jedi.at("/term/years").asInt()).isEqualTo(10);
        assertThat(one(amazon.path("disputes"), "id", "aws-v-united-states")
                        .path("contract")
                        .asText())
                .isEqualTo("jedi");
    }

    @Test
    void point_6_it_is_suspended_and_42_millions_are_ordered_whose_outcome_nobody_published() {
        JsonNode security = amazon.at("/securities/0");
        assertThat(security.toString()).contains("42000000.00", "USD");
        assertThat(security.toString()).doesNotContain("\"paidOut\":{", "\"released\":{");
        assertThat(one(amazon.path("claims"), "id", "fianza-42-millones")
                        .at("/corrections/0/value/currency")
                        .asText())
                .isEqualTo("USD");
        assertThat(one(microsoft.path("contracts"), "id", "jedi")
                        .at("/suspensions/0/from")
                        .asText())
                .isEqualTo("2020-02-13");
    }

    @Test
    void point_7_amazon_alleges_that_the_pentagon_wanted_to_please_donald_trump() {
        assertThat(one(amazon.path("disputes"), "id", "aws-v-united-states")
                        .path("grounds")
                        .toString())
                .contains("Trump");
    }

    @Test
    void point_8_what_happened_in_2003_is_told_with_how_sure_we_are() {
        assertThat(one(alibaba.path("events"), "id", "new-business-during-sars-2003")
                        .path("certainty")
                        .asText())
                .isEqualTo("unconfirmed");
        assertThat(one(alibaba.path("events"), "id", "taobao-launched-2003")
                        .path("on")
                        .asText())
                .isEqualTo("2003-05");
    }

    @Test
    void point_9_who_says_so_is_listed() {
        assertThat(texts(alibaba.path("sources"), "/publisher"))
                .anyMatch(publisher -> publisher.contains("Ecommerce News"));
        assertThat(platform.get("/v1/companies/cnbc").statusCode()).isEqualTo(200);
        assertThat(platform.get("/v1/companies/synergy-research-group").statusCode())
                .isEqualTo(200);
        assertThat(platform.get("/v1/companies/ecommerce-news").statusCode()).isEqualTo(200);
    }

    @Test
    void a_unit_s_dispute_is_in_its_company_s_dossier_with_the_relationship() {
        JsonNode through =
                one(amazon.path("disputes"), "id", "aws-v-united-states").path("through");
        assertThat(through.path("company").asText()).isEqualTo("amazon-web-services");
        assertThat(through.path("relationship").asText()).isEqualTo("unit-of");
    }

    @Test
    void as_of_a_day_the_contract_is_or_is_not_suspended() {
        JsonNode before = platform.json("/v1/dossiers/microsoft?asOf=2020-01-01");
        JsonNode during = platform.json("/v1/dossiers/microsoft?asOf=2020-04-24");
        JsonNode after = one(microsoft.path("contracts"), "id", "jedi");

        assertThat(one(before.path("contracts"), "id", "jedi").path("suspended").asBoolean())
                .isFalse();
        assertThat(one(before.path("contracts"), "id", "jedi").path("suspensions"))
                .isEmpty();
        JsonNode suspended = one(during.path("contracts"), "id", "jedi");
        assertThat(suspended.path("suspended").asBoolean()).isTrue();
        assertThat(suspended.path("suspensions")).hasSize(1);
        assertThat(suspended.at("/suspensions/0/from").asText()).isEqualTo("2020-02-13");
        assertThat(suspended.at("/suspensions/0/to").isNull()).isTrue();
        assertThat(after.path("suspended").asBoolean()).isFalse();
        assertThat(after.at("/suspensions/0/to").asText()).isEqualTo("2021-07-09");
        assertThat(after.at("/termination/on").asText()).isEqualTo("2021-07-06");
    }

    @Test
    void before_it_was_loaded_nothing_was_known() {
        assertThat(platform.get("/v1/dossiers/amazon?knownAt=2020-04-24T00:00:00Z")
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.get("/v1/dossiers/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void the_ledger_balances_to_zero_in_each_currency() {
        JsonNode trial = platform.json("/v1/ledger/trial-balance");
        assertThat(trial.toString()).contains("CNY");
        trial.findValues("difference")
                .forEach(difference -> assertThat(difference.toString()).contains("\"0.00\""));
    }

    @Test
    void the_pledge_is_said_in_euros_by_the_rate_of_its_day() {
        String commitments = platform.json("/v1/dossiers/alibaba-group?in=EUR")
                .path("commitments")
                .toString();
        assertThat(commitments).contains("\"26035225660.32\"", "7.6819", "2020-04-20");
    }

    @Test
    void what_any_service_records_is_in_the_next_dossier() {
        String sources = "\"sources\":[{\"publisher\":\"P\",\"title\":\"T\",\"quote\":\"Q\"}]}";
        String dossier = "/v1/dossiers/newcomer";
        assertThat(platform.put("/v1/companies/newcomer")).isEqualTo(201);
        assertThat(platform.get(dossier).body()).isEqualTo(platform.get(dossier).body());

        String role = "{\"person\":\"A\",\"title\":\"CEO\",\"validFrom\":\"2020\"," + sources;
        assertThat(platform.put("/v1/companies/newcomer/roles/ceo", role)).isEqualTo(201);
        assertThat(texts(platform.json(dossier).path("roles"), "/id")).containsExactly("ceo");

        String contract =
                "{\"title\":\"C\",\"buyer\":\"newcomer\",\"stage\":\"tender\",\"validFrom\":\"2020\"," + sources;
        Awaitility.await("the other services have heard of the company")
                .until(() -> platform.put("/v1/contracts/of-the-newcomer", contract) == 201);
        assertThat(texts(platform.json(dossier).path("contracts"), "/id")).containsExactly("of-the-newcomer");
    }

    @Test
    void loading_twice_changes_nothing() {
        String before = platform.get("/v1/companies/alibaba-group/history").body();

        assertThat(platform.run(
                        "load",
                        RunningPlatform.home().resolve("examples/cloud-2020").toString()))
                .as(() -> platform.said())
                .isZero();
        assertThat(platform.said()).contains("created 0, updated 0, unchanged 208");
        assertThat(platform.get("/v1/companies/alibaba-group/history").body()).isEqualTo(before);
    }

    @Test
    void all_is_ready() {
        assertThat(platform.run("status")).isZero();
    }
}
