package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several writers of commitments at the same moment, held up until all of them are under way. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class CommitmentWritersTest {

    private static final String EUR_100 = "{\"amount\":\"100.00\",\"currency\":\"EUR\"}";
    private static final String ANNOUNCED = Examples.commitment("alibaba-group", EUR_100);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final String a = UUID.randomUUID().toString();
    private final String b = UUID.randomUUID().toString();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static String announced(String id) {
        return Write.put("/v1/commitments/" + id, ANNOUNCED)
                .send()
                .statusCode(201)
                .extract()
                .header("ETag");
    }

    private Future<Integer> corrected(String id, String etag, String body) {
        return threads.submit(() -> Write.put("/v1/commitments/" + id, body)
                .sendIfMatch(etag)
                .extract()
                .statusCode());
    }

    private static String superseding(String id) {
        return ANNOUNCED.replace("\"supersedes\":null", "\"supersedes\":\"" + id + "\"");
    }

    @RepeatedTest(5)
    void two_commitments_never_supersede_each_other() throws Exception {
        String etagOfA = announced(a);
        String etagOfB = announced(b);
        Future<Integer> first;
        Future<Integer> second;
        try (HeldAccounts held = HeldAccounts.at("commitments/" + a, "commitments/" + b)) {
            first = corrected(a, etagOfA, superseding(b));
            second = corrected(b, etagOfB, superseding(a));
            held.awaitWaiting(2);
        }

        assertThat(List.of(first.get(10, SECONDS), second.get(10, SECONDS))).containsExactlyInAnyOrder(200, 422);
        List<String> states = new ArrayList<>();
        for (String id : List.of(a, b)) {
            states.add(given().get("/v1/commitments/" + id).path("state"));
        }
        assertThat(states).containsExactlyInAnyOrder("superseded", "overdue");
    }

    @Test
    void the_feed_tells_what_became_of_a_commitment_in_the_order_in_which_it_was_recorded() throws Exception {
        String etag = announced(a);
        String position = position();
        Future<Integer> spent;
        Future<Integer> corrected;
        try (HeldAccounts held = HeldAccounts.at("commitments/" + a)) {
            spent = threads.submit(() -> Write.post(
                            "/v1/commitments/" + a + "/disbursements",
                            Examples.movement("1.00", "EUR", "2021-01-01", null))
                    .send()
                    .extract()
                    .statusCode());
            held.awaitWaiting(1);
            corrected = corrected(a, etag, Examples.commitment("learnt-" + a, EUR_100));
            held.awaitWaiting(2);
        }
        assertThat(spent.get(10, SECONDS)).isEqualTo(201);
        assertThat(corrected.get(10, SECONDS)).isEqualTo(200);

        given().get("/v1/commitments/" + a).then().body("position.spent.amount", equalTo("1.00"));
        List<String> told = new ArrayList<>();
        await().atMost(10, SECONDS).until(() -> {
            told.clear();
            told.addAll(events(position)
                    .getList("items.findAll { it.subject == '" + a + "' || it.data.commitment == '" + a
                            + "' }.findAll { it.type.endsWith('corrected') || it.data.kind == 'disbursement' }.type"));
            return told.size() == 2;
        });
        assertThat(told).containsExactly("investments.transaction.posted", "investments.commitment.corrected");
    }

    /** Where the feed ends now. */
    private static String position() {
        String reached = null;
        JsonPath page;
        do {
            page = events(reached);
            reached = page.getString("next");
        } while (!page.getList("items").isEmpty());
        return reached;
    }

    private static JsonPath events(String after) {
        var request = given().queryParam("limit", 500);
        return (after == null ? request : request.queryParam("cursor", after))
                .get("/v1/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
