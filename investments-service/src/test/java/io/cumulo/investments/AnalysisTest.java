package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class AnalysisTest {

    private static final String EUR_100 = "{\"amount\":\"100.00\",\"currency\":\"EUR\"}";

    private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final String plan = company + "-plan";

    private void announce(String id, String amount, String split, String supersedes) {
        Write.put(
                        "/v1/commitments/" + id,
                        Examples.commitment(company, amount)
                                .replace("\"split\":null", "\"split\":" + split)
                                .replace("\"supersedes\":null", "\"supersedes\":" + supersedes))
                .send()
                .statusCode(201);
    }

    private void move(String what, String amount, String on, String category) {
        Write.post("/v1/commitments/" + plan + "/" + what, Examples.movement(amount, "EUR", on, category))
                .send()
                .statusCode(201);
    }

    /** The groups of this test's company, each as its members and its three amounts. */
    private List<String> groups(String groupBy, String... moment) {
        List<String> groups = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParam("groupBy", "company," + groupBy).queryParam("limit", 3);
            for (int at = 0; at < moment.length; at += 2) {
                request.queryParam(moment[at], moment[at + 1]);
            }
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/analysis/commitments")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<Map<String, Object>>getList("items").stream()
                    .filter(item -> company.equals(item.get("company")))
                    .forEach(item -> groups.add(item.get("category") + " " + item.get("year") + " "
                            + item.get("currency") + " " + item.get("commitments") + ": " + amount(item, "pledged")
                            + " " + amount(item, "spent") + " " + amount(item, "outstanding")));
            cursor = page.get("next");
        } while (cursor != null);
        return groups;
    }

    private static Object amount(Map<String, Object> item, String member) {
        return item.get(member) == null ? null : ((Map<?, ?>) item.get(member)).get("amount");
    }

    @Test
    void what_nobody_split_is_unknown_but_for_what_was_set_aside_or_spent() {
        announce(plan, EUR_100, "null", "null");
        Instant announced = Instant.now();
        move("allocations", "30.00", "2020-06-01", "servers");
        move("disbursements", "10.00", "2020-07-01", "servers");
        move("disbursements", "5.00", "2020-08-01", "chips");
        move("disbursements", "7.00", "2020-09-01", null);
        move("cancellations", "8.00", "2020-10-01", null);

        assertThat(groups("category"))
                .containsExactly(
                        "chips null EUR 1: 5.00 5.00 0.00",
                        "servers null EUR 1: 30.00 10.00 20.00",
                        "unknown null EUR 1: 65.00 7.00 50.00");
        assertThat(groups("year")).containsExactly("null 2020 EUR 1: 100.00 22.00 70.00");
        assertThat(groups("category", "asOf", "2020-06-30"))
                .containsExactly("servers null EUR 1: 30.00 0.00 30.00", "unknown null EUR 1: 70.00 0.00 70.00");
        assertThat(groups("category", "knownAt", announced.toString()))
                .containsExactly("unknown null EUR 1: 100.00 0.00 100.00");
    }

    @Test
    void a_split_that_was_told_is_what_is_pledged() {
        announce(plan, EUR_100, "{\"servers\":{\"amount\":\"60.00\",\"currency\":\"EUR\"}}", "null");
        move("disbursements", "10.00", "2020-07-01", "servers");
        assertThat(groups("category"))
                .containsExactly("servers null EUR 1: 60.00 10.00 50.00", "unknown null EUR 1: 40.00 0.00 40.00");
    }

    @Test
    void currencies_are_kept_apart_and_undisclosed_amounts_are_not_zero() {
        announce(plan, EUR_100, "null", "null");
        announce(plan + "-b", "{\"amount\":\"500\",\"currency\":\"JPY\"}", "null", "null");
        announce(plan + "-c", EUR_100, "null", "null");
        announce(plan + "-d", "null", "null", "null");
        assertThat(groups("year"))
                .containsExactly(
                        "null 2020 null 1: null null null",
                        "null 2020 EUR 2: 200.00 0.00 200.00",
                        "null 2020 JPY 1: 500 0 500");
    }

    @Test
    void what_is_superseded_is_not_counted_twice() {
        announce(plan, EUR_100, "null", "null");
        move("disbursements", "10.00", "2020-07-01", "servers");
        announce(plan + "-b", "{\"amount\":\"300.00\",\"currency\":\"EUR\"}", "null", "\"" + plan + "\"");
        assertThat(groups("year")).containsExactly("null 2020 EUR 2: 310.00 10.00 300.00");
        assertThat(groups("category"))
                .containsExactly("servers null EUR 1: 10.00 10.00 0.00", "unknown null EUR 1: 300.00 0.00 300.00");
    }

    @Test
    void what_is_no_grouping_is_400() {
        for (String groupBy : List.of("", "company,colour", "company,")) {
            given().queryParam("groupBy", groupBy)
                    .get("/v1/analysis/commitments")
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", contains("groupBy"));
        }
        given().get("/v1/analysis/commitments").then().statusCode(400);
        given().queryParam("groupBy", "company")
                .queryParam("in", "euro")
                .get("/v1/analysis/commitments")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("in"));
    }
}
