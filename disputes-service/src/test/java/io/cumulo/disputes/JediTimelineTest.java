package io.cumulo.disputes;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.RealData;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole JEDI case, as the examples tell it, on every date of what was found out about it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class JediTimelineTest {

    private static final String CASE = "/v1/disputes/aws-v-united-states";

    /** What is recorded of each date of the timeline: a path below /v1, and the day on which it is first there. */
    private static final Map<String, List<String>> RECORDED = Map.ofEntries(
            Map.entry("2018-07", List.of("contracts/jedi")),
            Map.entry("2018-08", List.of("disputes/oracle-gao-protest-jedi/docket/protest")),
            Map.entry("2019-10-25", List.of("contracts/jedi")),
            Map.entry("2019-11-08", List.of("disputes/aws-v-united-states/docket/pre-filing-notice")),
            Map.entry(
                    "2019-11-22",
                    List.of(
                            "disputes/aws-v-united-states/docket/complaint",
                            "disputes/aws-v-united-states/docket/microsoft-joins")),
            Map.entry("2019-12-09", List.of("disputes/aws-v-united-states/docket/redacted-complaint")),
            Map.entry("2020-01-22", List.of("disputes/aws-v-united-states/docket/motion-for-injunction")),
            Map.entry(
                    "2020-02-13",
                    List.of(
                            "disputes/aws-v-united-states/docket/injunction",
                            "disputes/aws-v-united-states/docket/bond-ordered")),
            Map.entry("2020-03-06", List.of("disputes/aws-v-united-states/docket/public-opinion")),
            Map.entry(
                    "2020-04-17",
                    List.of(
                            "disputes/aws-v-united-states/docket/stay",
                            "disputes/aws-v-united-states/docket/corrective-action")),
            Map.entry("2020-09", List.of("disputes/oracle-jedi-appeal/docket/affirmed")),
            Map.entry("2020-09-04", List.of("disputes/aws-v-united-states/docket/re-award")),
            Map.entry("2020-10-23", List.of("disputes/aws-v-united-states/docket/amended-complaint")),
            Map.entry("2020-11-06", List.of("disputes/aws-v-united-states/docket/motions-to-dismiss")),
            Map.entry("2021-04-28", List.of("disputes/aws-v-united-states/docket/motions-denied")),
            Map.entry("2021-07-06", List.of("contracts/jedi/termination")),
            Map.entry("2021-07-09", List.of("disputes/aws-v-united-states/docket/dismissal")),
            Map.entry("2022-12-07", List.of("contracts/jwcc")));

    private static boolean recorded;

    /** Once: nothing here changes any of it. */
    @BeforeEach
    void the_article_is_recorded() {
        if (!recorded) {
            ArticleDataset.record();
            recorded = true;
        }
    }

    @Test
    void everything_that_was_found_out_is_recorded_from_its_day_on() throws IOException {
        for (Map.Entry<String, List<JsonNode>> dated : timeline().entrySet()) {
            assertThat(RECORDED).as("what is recorded of").containsKey(dated.getKey());
            for (String path : RECORDED.get(dated.getKey())) {
                String lastDay = dated.getKey().length() == 7 ? dated.getKey() + "-28" : dated.getKey();
                given().queryParam("asOf", lastDay).get("/v1/" + path).then().statusCode(200);
            }
        }
    }

    /** Where sources disagree, the fact is contested and says so: in its other dates, or in its words. */
    @Test
    void conflicting_dates_are_kept_as_contested() throws IOException {
        int conflicts = 0;
        for (Map.Entry<String, List<JsonNode>> dated : timeline().entrySet()) {
            for (JsonNode found : dated.getValue()) {
                String note = found.path("note").asText("");
                if (note.startsWith("conflict")) {
                    String other = note.replaceAll(".*?(20\\d\\d-\\d\\d-\\d\\d).*", "$1");
                    JsonPath fact = given().get(
                                    "/v1/" + RECORDED.get(dated.getKey()).get(0))
                            .jsonPath();
                    assertThat(fact.getString("standing")).as(note).isEqualTo("contested");
                    assertThat(fact.getString("otherDates") + fact.getString("description"))
                            .as(note)
                            .contains(other);
                    conflicts++;
                }
            }
        }
        assertThat(conflicts).isGreaterThanOrEqualTo(3);
    }

    private static Map<String, List<JsonNode>> timeline() throws IOException {
        Map<String, List<JsonNode>> timeline = new TreeMap<>();
        for (JsonNode found :
                new ObjectMapper().readTree(Files.readString(RealData.file("facts/jedi-timeline.json")))) {
            timeline.computeIfAbsent(found.path("date").asText(), date -> new ArrayList<>())
                    .add(found);
        }
        return timeline;
    }

    @ParameterizedTest
    @CsvSource({
        "2019-11-08, award, noticed, false, false, 0,",
        "2019-11-21, award, noticed, false, false, 0,",
        "2019-11-22, award, pending, false, false, 0,",
        "2019-12-09, award, pending, false, false, 0,",
        "2020-01-22, award, pending, false, false, 0,",
        "2020-02-12, award, pending, false, false, 0,",
        "2020-02-13, award, pending, true, false, 1,",
        "2020-03-06, award, pending, true, false, 1,",
        "2020-04-17, award, stayed, true, false, 1,",
        "2020-09-04, award, stayed, true, false, 1,",
        "2020-10-23, award, stayed, true, false, 1,",
        "2020-11-06, award, stayed, true, false, 1,",
        "2021-04-28, award, stayed, true, false, 1,",
        "2021-07-05, award, stayed, true, false, 1,",
        "2021-07-06, award, stayed, true, true, 1,",
        "2021-07-08, award, stayed, true, true, 1,",
        "2021-07-09, award, dismissed, false, true, 1, unknown",
        "2022-12-07, award, dismissed, false, true, 1, unknown"
    })
    void every_date_has_its_state_suspension_securities_and_parties(
            String day,
            String stage,
            String phase,
            boolean suspended,
            boolean terminated,
            int securities,
            String outcome) {
        JsonPath contract = on(day, "/v1/contracts/jedi").extract().jsonPath();
        assertThat(contract.getString("stage")).isEqualTo(stage);
        assertThat(contract.getBoolean("suspended")).isEqualTo(suspended);
        assertThat(contract.get("termination") != null).isEqualTo(terminated);
        JsonPath dispute = on(day, CASE).extract().jsonPath();
        assertThat(dispute.getString("state.phase")).isEqualTo(phase);
        assertThat(dispute.getList("securities")).hasSize(securities);
        assertThat(dispute.getList("securities.outcome"))
                .allMatch(known -> String.valueOf(known).equals(outcome == null ? "null" : outcome));
        assertThat(dispute.getList("state.injunctionsInForce")).hasSize(suspended ? 1 : 0);
        assertThat(dispute.getList("parties.company"))
                .contains("amazon-web-services", "us-department-of-defense", "microsoft");
        assertThat(dispute.getString("parties.find { it.company == 'microsoft' }.from"))
                .isEqualTo("2019-11-22");
    }

    @Test
    void before_the_award_there_is_a_tender_and_after_the_end_a_successor_with_several_suppliers() {
        on("2018-08-15", "/v1/contracts/jedi").body("stage", equalTo("tender")).body("suppliers.size()", equalTo(0));
        given().queryParam("asOf", "2018-06-30")
                .get("/v1/contracts/jedi")
                .then()
                .statusCode(404);
        on("2022-12-07", "/v1/contracts/jwcc").body("succeeds", equalTo("jedi")).body("suppliers.size()", equalTo(4));
    }

    @Test
    void what_was_not_recorded_then_was_not_known_then() {
        String knownAt = given().get("/v1/contracts/jedi/history").path("items[0].recordedAt");
        given().queryParam("asOf", "2020-04-24")
                .queryParam("knownAt", knownAt)
                .get("/v1/disputes/aws-v-united-states")
                .then()
                .statusCode(404);
        given().queryParam("asOf", "2018-08-15")
                .queryParam("knownAt", knownAt)
                .get("/v1/contracts/jedi")
                .then()
                .statusCode(200)
                .body("suspended", equalTo(false));
    }

    @Test
    void an_appeal_is_shown_with_what_it_appeals_from() {
        given().get("/v1/disputes/oracle-v-united-states")
                .then()
                .body("state.phase", equalTo("decided"))
                .body("appeals.dispute", hasItem("oracle-jedi-appeal"))
                .body("appeals[0].forum", equalTo("us-court-of-appeals-federal-circuit"))
                .body("appeals[0].outcome", equalTo("for-respondent"));
        on("2020-09-01", "/v1/disputes/oracle-v-united-states").body("appeals[0].outcome", equalTo(null));
    }
}
