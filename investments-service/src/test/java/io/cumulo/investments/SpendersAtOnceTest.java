package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several writers at the same money, and at other money. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class SpendersAtOnceTest {

    private static final String EUR_100 = "{\"amount\":\"100.00\",\"currency\":\"EUR\"}";

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final String id = UUID.randomUUID().toString();
    private final String url;
    private final String service;
    private final String password;

    SpendersAtOnceTest(
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "cumulo.database.username") String service,
            @ConfigProperty(name = "cumulo.database.password") String password) {
        this.url = url;
        this.service = service;
        this.password = password;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static void announce(String commitment) {
        Write.put("/v1/commitments/" + commitment, Examples.commitment("alibaba-group", EUR_100))
                .send()
                .statusCode(201);
    }

    private static Write spend(String commitment, String amount, String on) {
        return Write.post(
                "/v1/commitments/" + commitment + "/disbursements", Examples.movement(amount, "EUR", on, null));
    }

    private <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(tasks)) {
            results.add(future.get());
        }
        return results;
    }

    @Test
    void of_many_who_spend_the_last_euros_as_many_win_as_there_is_money_for() throws Exception {
        announce(id);
        Random random = new Random(7);
        List<Callable<Integer>> spenders = IntStream.range(0, 32)
                .mapToObj(number -> "2021-%02d-01".formatted(1 + random.nextInt(12)))
                .<Callable<Integer>>map(
                        day -> () -> spend(id, "10.00", day).send().extract().statusCode())
                .toList();

        List<Integer> answers = atOnce(spenders);

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(10);
        given().get("/v1/commitments/" + id)
                .then()
                .body("position.spent.amount", equalTo("100.00"))
                .body("position.outstanding.amount", equalTo("0.00"));
    }

    @Test
    void a_correction_and_spenders_at_once_leave_no_more_spent_than_pledged() throws Exception {
        announce(id);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            tasks.add(() -> spend(id, "10.00", "2021-01-01").send().extract().statusCode());
        }
        tasks.add(6, () -> Write.put(
                        "/v1/commitments/" + id, Examples.commitment("alibaba-group", EUR_100.replace("100", "50")))
                .sendIfMatch("*")
                .extract()
                .statusCode());

        assertThat(atOnce(tasks)).isSubsetOf(200, 201, 409);
        var position = given().get("/v1/commitments/" + id).then().extract();
        int pledged = new BigDecimal(position.<String>path("position.pledged.amount")).intValue();
        int spent = new BigDecimal(position.<String>path("position.spent.amount")).intValue();
        assertThat(spent).isEqualTo(pledged == 50 ? 50 : 100);
    }

    @Test
    void money_that_goes_both_ways_at_once_leads_to_no_deadlock() throws Exception {
        String a = "funds/a" + id.substring(0, 8);
        String b = "funds/b" + id.substring(0, 8);
        for (String fund : List.of(a, b)) {
            Write.post("/v1/ledger/transactions", Examples.transaction("world", fund, "1000.00", "2020-01-01"))
                    .send()
                    .statusCode(201);
        }
        List<Callable<Integer>> tasks = IntStream.range(0, 60)
                .<Callable<Integer>>mapToObj(number -> () -> Write.post(
                                "/v1/ledger/transactions",
                                number % 2 == 0
                                        ? Examples.transaction(a, b, "1.00", "2021-01-01")
                                        : Examples.transaction(b, a, "1.00", "2021-01-01"))
                        .send()
                        .extract()
                        .statusCode())
                .toList();

        assertThat(atOnce(tasks)).containsOnly(201);
        given().get("/v1/ledger/accounts/" + a + "/balance").then().body("balances[0].amount", equalTo("1000.00"));
    }

    @Test
    void replacements_that_take_the_place_of_each_other_at_once_lead_to_no_deadlock() throws Exception {
        String a = "funds/a" + id.substring(0, 8);
        String b = "funds/b" + id.substring(0, 8);
        Write ofA = replacement(reversed(a), b);
        Write ofB = replacement(reversed(b), a);
        List<Future<Integer>> writers;
        try (HeldAccounts held = HeldAccounts.at(a, b)) {
            writers = Stream.of(ofA, ofB)
                    .map(write -> threads.submit(() -> write.send().extract().statusCode()))
                    .toList();
            held.awaitWaiting(2);
        }
        for (Future<Integer> writer : writers) {
            assertThat(writer.get(20, SECONDS)).isEqualTo(201);
        }
    }

    @Test
    void replacements_of_what_moved_other_commitments_are_refused_without_waiting_for_them() throws Exception {
        announce(id);
        announce(id + "-b");
        String other = spend(id + "-b", "1.00", "2021-01-01").send().extract().path("id");
        Write replacing = spend(id, "1.00", "2021-01-01");
        try (HeldAccounts held = HeldAccounts.at("commitments/" + id + "-b")) {
            replacing
                    .with(replacing.change(body -> body.put("replaces", other)))
                    .send()
                    .statusCode(422);
        }
    }

    private static Write replacement(String mistake, String fund) {
        Write write = Write.post("/v1/ledger/transactions", Examples.transaction("world", fund, "1.00", "2020-01-01"));
        return write.with(write.change(body -> body.put("replaces", mistake)));
    }

    /** A transaction that was a mistake, and is known as one. */
    private static String reversed(String fund) {
        String mistake = Write.post(
                        "/v1/ledger/transactions", Examples.transaction("world", fund, "1.00", "2020-01-01"))
                .send()
                .statusCode(201)
                .extract()
                .path("id");
        Write.post("/v1/ledger/transactions/" + mistake + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(201);
        return mistake;
    }

    @Test
    void spenders_of_one_commitment_do_not_wait_for_those_of_another() throws Exception {
        announce(id);
        announce(id + "-b");
        Future<Integer> waiting;
        try (Connection writer = DriverManager.getConnection(url, service, password)) {
            writer.setAutoCommit(false);
            lock(writer, "commitments/" + id);
            waiting = threads.submit(
                    () -> spend(id, "1.00", "2021-01-01").send().extract().statusCode());

            spend(id + "-b", "1.00", "2021-01-01").send().statusCode(201);

            assertThat(waiting.isDone()).isFalse();
            writer.rollback();
        }
        assertThat(waiting.get(10, SECONDS)).isEqualTo(201);
    }

    @Test
    void accounts_are_locked_before_record_time_is_taken_or_not_at_all() throws SQLException {
        try (Connection writer = DriverManager.getConnection(url, service, password)) {
            writer.setAutoCommit(false);
            lock(writer, "funds/x");
            try (var statement = writer.createStatement()) {
                statement.execute("select recorded_at()");
            }
            lock(writer, "funds/x");
            assertThatThrownBy(() -> lock(writer, "funds/y")).hasMessageContaining("before record time");
        }
    }

    private static void lock(Connection writer, String heads) throws SQLException {
        try (var statement = writer.prepareStatement("select lock_ledger(?)")) {
            statement.setString(1, heads);
            statement.execute();
        }
    }

    @Test
    void fifty_times_the_same_request_at_once_post_once() throws Exception {
        announce(id);
        String key = UUID.randomUUID().toString();
        List<Callable<ExtractableResponse<Response>>> same = IntStream.range(0, 50)
                .<Callable<ExtractableResponse<Response>>>mapToObj(number -> () -> spend(id, "10.00", "2021-01-01")
                        .send(given().auth()
                                .oauth2(Tokens.editor())
                                .contentType(ContentType.JSON)
                                .header("Idempotency-Key", key))
                        .extract())
                .toList();

        List<ExtractableResponse<Response>> answers = atOnce(same);

        assertThat(answers.stream().map(ExtractableResponse::statusCode)).isSubsetOf(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.asString())
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 409)
                        .map(answer -> answer.<String>path("type")))
                .allMatch("urn:cumulo:problem:request-in-flight"::equals);
        given().queryParam("commitment", id)
                .queryParam("kind", "disbursement")
                .get("/v1/ledger/transactions")
                .then()
                .body("items", hasSize(1));
        spend(id, "11.00", "2021-01-01")
                .send(given().auth()
                        .oauth2(Tokens.editor())
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key))
                .statusCode(422);
    }
}
