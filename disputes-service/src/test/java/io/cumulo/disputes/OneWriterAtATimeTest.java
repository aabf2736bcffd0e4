package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class OneWriterAtATimeTest {

    private static final int WRITERS = 8;

    @Test
    void of_many_liftings_of_one_injunction_at_once_one_is_recorded() throws Exception {
        String contract = aContract();
        String dispute = suspended(contract);
        List<Integer> answers = atOnce(
                number -> Bodies.entry(dispute, "lifted-" + number, "injunction-lifted", "2020-03-0" + (number + 1))
                        .send()
                        .extract()
                        .statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(WRITERS - 1);
    }

    @Test
    void the_contract_resumes_once_when_the_orders_of_many_disputes_are_lifted_at_once() throws Exception {
        String contract = aContract();
        List<String> disputes = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            disputes.add(suspended(contract));
        }
        List<Integer> answers =
                atOnce(number -> Bodies.entry(disputes.get(number), "lifted", "injunction-lifted", "2020-03-01")
                        .send()
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnly(201);
        assertThat(Events.about("contracts/" + contract))
                .containsExactly("disputes.contract.suspended", "disputes.contract.resumed");
        assertThat(given().get("/v1/contracts/" + contract).jsonPath().getList("suspensions.to"))
                .containsExactly("2020-03-01");
    }

    @RepeatedTest(5)
    void of_disputes_that_would_appeal_from_each_other_in_a_circle_one_doesnt() throws Exception {
        List<String> disputes = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            disputes.add(UUID.randomUUID().toString());
            appeal(disputes.get(number), null).send().statusCode(201);
        }
        List<Integer> answers = atOnce(number -> appeal(disputes.get(number), disputes.get((number + 1) % WRITERS))
                .sendIfMatch("*")
                .extract()
                .statusCode());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(WRITERS - 1);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(1);
    }

    private static Write appeal(String id, String from) {
        return Write.put(
                "/v1/disputes/" + id, """
                {"title":"A v. B","kind":"appeal","forum":"court-of-appeals","appealsFrom":%s,
                 "parties":[{"company":"amazon-web-services","role":"claimant"}],"sources":%s}""".formatted(from == null ? "null" : "\"" + from + "\"", Write.SOURCES));
    }

    private static String aContract() {
        String contract = UUID.randomUUID().toString();
        Bodies.contract(contract).send().statusCode(201);
        return contract;
    }

    private static String suspended(String contract) {
        String dispute = UUID.randomUUID().toString();
        Bodies.dispute(dispute, contract).send().statusCode(201);
        Bodies.entry(dispute, "complaint", "filing", "2020-01-01").send().statusCode(201);
        Bodies.entry(dispute, "granted", "injunction-granted", "2020-02-01")
                .send()
                .statusCode(201);
        return dispute;
    }

    /** A write by one of the writers. */
    private interface Attempt {
        int by(int number);
    }

    private static List<Integer> atOnce(Attempt attempt) throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int number = 0; number < WRITERS; number++) {
                int writer = number;
                answers.add(writers.submit(() -> attempt.by(writer)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            writers.shutdownNow();
        }
    }
}
