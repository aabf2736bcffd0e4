package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PastAnswersTest {

    private static final int WRITERS = 6;
    private static final int WRITES_EACH = 25;

    private final String company = "/v1/companies/" + UUID.randomUUID();

    private void aCompany() {
        Write.put(company, "{\"kind\":\"company\",\"legalName\":\"Cloud\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
    }

    private Write role(String id, int number) {
        return Write.put(
                company + "/roles/" + id,
                "{\"person\":\"P" + number + "\",\"title\":\"T\",\"sources\":" + SOURCES + "}");
    }

    @Test
    void a_past_answer_never_changes_whoever_writes_meanwhile() throws Exception {
        aCompany();
        AtomicInteger numbers = new AtomicInteger();
        AtomicInteger writing = new AtomicInteger(WRITERS);
        Map<Instant, String> answers = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 3);
        List<Future<?>> running = new ArrayList<>();
        IntStream.range(0, WRITERS).forEach(writer -> running.add(threads.submit(write(writer, numbers, writing))));
        IntStream.range(0, 3)
                .forEach(reader -> running.add(threads.submit(() -> {
                    while (writing.get() > 0) {
                        Instant now = Instant.now();
                        answers.put(now, rolesKnownAt(now));
                    }
                    return null;
                })));
        for (Future<?> task : running) {
            task.get();
        }
        threads.shutdown();

        assertThat(answers).hasSizeGreaterThan(20);
        assertThat(Set.copyOf(answers.values())).hasSizeGreaterThan(5);
        answers.forEach((instant, answer) ->
                assertThat(rolesKnownAt(instant)).as("known at " + instant).isEqualTo(answer));
    }

    private Callable<Void> write(int writer, AtomicInteger numbers, AtomicInteger writing) {
        return () -> {
            Random random = new Random(writer);
            for (int write = 0; write < WRITES_EACH; write++) {
                String id = "r" + random.nextInt(3);
                String etag = given().get(company + "/roles/" + id).header("ETag");
                Write role = role(id, numbers.incrementAndGet());
                ValidatableResponse answer = etag == null ? role.send() : role.sendIfMatch(etag);
                assertThat(answer.extract().statusCode()).isIn(200, 201, 412);
            }
            writing.decrementAndGet();
            return null;
        };
    }

    private String rolesKnownAt(Instant instant) {
        return given().queryParam("knownAt", instant.toString())
                .get(company + "/roles")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void the_feed_gives_each_event_once_and_in_the_order_of_each_fact() throws Exception {
        aCompany();
        AtomicInteger numbers = new AtomicInteger();
        AtomicInteger writing = new AtomicInteger(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        List<Future<?>> writers = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> threads.submit(write(writer, numbers, writing)))
                .toList();
        Future<List<Map<String, Object>>> reader = threads.submit(() -> readFeed(writing));
        for (Future<?> writer : writers) {
            writer.get();
        }
        List<Map<String, Object>> events = reader.get();
        threads.shutdown();

        Set<Object> ids = new LinkedHashSet<>();
        events.forEach(event ->
                assertThat(ids.add(event.get("id"))).as("delivered once").isTrue());
        for (String id : List.of("r0", "r1", "r2")) {
            String subject = company.substring("/v1/companies/".length()) + "/" + id;
            List<Integer> revisions = events.stream()
                    .filter(event -> subject.equals(event.get("subject")))
                    .map(event -> (Integer) ((Map<?, ?>) event.get("data")).get("revision"))
                    .toList();
            int last = given().get(company + "/roles/" + id + "/history").path("items.revision.max()");
            assertThat(revisions)
                    .as("every revision of " + id + ", in order")
                    .isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
        }
    }

    @Test
    void whoever_waits_at_the_end_of_the_feed_gets_the_next_event_when_it_comes() throws Exception {
        aCompany();
        String end = null;
        for (boolean reached = false; !reached; ) {
            var page = (end == null ? given() : given().queryParam("cursor", end))
                    .queryParam("limit", 500)
                    .get("/v1/events")
                    .then()
                    .extract();
            end = page.path("next");
            reached = page.<List<?>>path("items").isEmpty();
        }
        String position = end;
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<List<String>> waiting = threads.submit(() -> given().queryParam("cursor", position)
                .queryParam("wait", 20)
                .get("/v1/events")
                .then()
                .statusCode(200)
                .extract()
                .path("items.subject"));
        role("ceo", 1).send().statusCode(201);

        assertThat(waiting.get(15, TimeUnit.SECONDS))
                .containsExactly(company.substring("/v1/companies/".length()) + "/ceo");
        threads.shutdown();
        given().queryParam("wait", 21).get("/v1/events").then().statusCode(400);
    }

    /** Reads while writers write, and once more to the end when they are done. */
    private static List<Map<String, Object>> readFeed(AtomicInteger writing) {
        List<Map<String, Object>> events = new ArrayList<>();
        String cursor = null;
        boolean last = false;
        while (true) {
            boolean done = writing.get() == 0;
            var request = given().queryParam("limit", 7);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/events")
                    .then()
                    .statusCode(200)
                    .extract();
            events.addAll(page.<List<Map<String, Object>>>path("items"));
            cursor = page.path("next");
            if (page.<List<?>>path("items").isEmpty() && last) {
                return events;
            }
            last = done;
        }
    }
}
