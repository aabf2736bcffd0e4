package io.cumulo.companies.merge;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MergeTest {

    private String run;
    private String old;
    private String survivor;

    @BeforeEach
    void two_records_of_one_company() {
        run = "m" + UUID.randomUUID().toString().substring(0, 8);
        old = company("nimbus", "Nimbus " + run + " Limited");
        survivor = company("cumulus", "Cumulus " + run + " Holdings");
    }

    @Test
    void the_old_key_is_answered_by_the_record_that_goes_on() {
        merge(old, survivor).statusCode(201).header("Location", endsWith("/v1/companies/" + old + "/merge"));
        given().get("/v1/companies/" + old)
                .then()
                .statusCode(200)
                .header("Content-Location", survivor)
                .body("id", is(survivor))
                .body("mergedFrom", contains(old));
        given().get("/v1/companies/" + survivor)
                .then()
                .header("Content-Location", nullValue())
                .body("mergedFrom", contains(old));
    }

    @Test
    void what_was_known_before_the_merger_is_answered_as_before() {
        String before = given().get("/v1/companies/" + survivor).path("recordedAt");
        merge(old, survivor).statusCode(201);
        given().queryParam("knownAt", before)
                .get("/v1/companies/" + old)
                .then()
                .body("id", is(old))
                .body("mergedFrom", empty());
    }

    @Test
    void taken_back_both_stand_for_themselves_again() {
        merge(old, survivor).statusCode(201);
        String merged = given().get("/v1/companies/" + old + "/merge").path("recordedAt");
        unmerge(old).statusCode(200);
        given().get("/v1/companies/" + old).then().body("id", is(old));
        given().get("/v1/companies/" + survivor).then().body("mergedFrom", empty());
        given().queryParam("knownAt", merged).get("/v1/companies/" + old).then().body("id", is(survivor));
        given().get("/v1/companies/" + old + "/merge/history").then().body("items.size()", is(2));
        Write.put("/v1/companies/" + old + "/merge", body(survivor))
                .sendIfMatch("*")
                .statusCode(200);
        given().get("/v1/companies/" + old).then().body("id", is(survivor));
    }

    @Test
    void nothing_is_lost_facts_of_both_records_are_listed() {
        role(old, "A. Smith").statusCode(201);
        role(survivor, "B. Jones").statusCode(201);
        merge(old, survivor).statusCode(201);
        for (String key : List.of(old, survivor)) {
            given().get("/v1/companies/" + key + "/roles")
                    .then()
                    .body("items.person", containsInAnyOrder("A. Smith", "B. Jones"));
        }
    }

    @Test
    void a_record_that_was_merged_away_isnt_written_to() {
        merge(old, survivor).statusCode(201);
        role(old, "C. Late").statusCode(409).body("detail", containsString(survivor));
        String etag = given().get("/v1/companies/" + old + "/history").header("ETag");
        Write.put("/v1/companies/" + old, profile("Nimbus Again"))
                .sendIfMatch(etag == null ? "*" : etag)
                .statusCode(409)
                .body("detail", containsString(survivor));
    }

    @Test
    void lists_and_searches_show_the_one_that_goes_on() {
        merge(old, survivor).statusCode(201);
        given().queryParam("q", "Nimbus " + run)
                .get("/v1/companies")
                .then()
                .body("items[0].id", is(survivor))
                .body("items[0].match.name", is("Nimbus " + run + " Limited"))
                .body("items[0].mergedFrom", contains(old))
                .body("items.id", not(hasItem(old)));
        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 500);
            var page = (next == null ? request : request.queryParam("cursor", next)).get("/v1/companies");
            listed.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(listed).contains(survivor).doesNotContain(old);
    }

    @Test
    void a_family_is_seen_through_a_merger() {
        String unit = company("unit", "Unit " + run);
        Write.put(
                        "/v1/companies/" + unit + "/relationships/of",
                        "{\"type\":\"unit-of\",\"to\":\"" + old + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
        merge(old, survivor).statusCode(201);
        given().get("/v1/companies/" + survivor + "/family")
                .then()
                .body("items.company", containsInAnyOrder(old, unit))
                .body("items.find { it.company == '" + old + "' }.through", is("merged-into"));
        given().get("/v1/companies/" + old + "/family")
                .then()
                .body("items.company", containsInAnyOrder(survivor, unit));
    }

    @Test
    void a_merger_that_cant_be_is_refused() {
        merge(old, old).statusCode(422).body("errors[0].pointer", is("/into"));
        merge(old, "nobody-" + run).statusCode(422);
        merge("nobody-" + run, old).statusCode(404);
        merge(old, survivor).statusCode(201);
        merge(survivor, old).statusCode(409).body("detail", containsString("merged into " + survivor));
    }

    @Test
    void the_feed_tells_of_it() {
        merge(old, survivor).statusCode(201);
        unmerge(old).statusCode(200);
        List<String> types = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            var request = given().queryParam("limit", 500);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/events");
            types.addAll(page.path("items.findAll { it.subject == '" + old + "/merge' }.type"));
            String next = page.path("next");
            pages = page.<List<?>>path("items").isEmpty() ? 1000 : pages + 1;
            cursor = next;
        } while (pages < 100);
        assertThat(types).containsExactly("companies.merge.asserted", "companies.merge.retracted");
    }

    @Test
    void of_two_opposite_mergers_at_once_one_wins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> opposite = List.of(
                () -> merge(old, survivor).extract().statusCode(),
                () -> merge(survivor, old).extract().statusCode());
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : threads.invokeAll(opposite)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    /** Against a map from each record to that which it was merged into. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_merged_and_taken_back_each_key_leads_to_where_its_chain_ends(long seed) {
        Random random = new Random(seed);
        List<String> companies = IntStream.range(0, 5)
                .mapToObj(number -> company("c" + number + "-" + seed, "Chain " + number + " " + run))
                .toList();
        Map<String, String> into = new HashMap<>();
        Map<String, Boolean> ever = new HashMap<>();
        for (int step = 0; step < 25; step++) {
            String one = companies.get(random.nextInt(companies.size()));
            String other = companies.get(random.nextInt(companies.size()));
            if (into.containsKey(one)) {
                unmerge(one).statusCode(200);
                into.remove(one);
            } else if (!one.equals(other)) {
                int status = into.containsKey(other) ? 409 : ever.containsKey(one) ? 200 : 201;
                Write merge = Write.put("/v1/companies/" + one + "/merge", body(other));
                (ever.containsKey(one) ? merge.sendIfMatch("*") : merge.send()).statusCode(status);
                if (status != 409) {
                    into.put(one, other);
                    ever.put(one, true);
                }
            }
            String asked = companies.get(random.nextInt(companies.size()));
            String end = asked;
            while (into.containsKey(end)) {
                end = into.get(end);
            }
            given().get("/v1/companies/" + asked).then().body("id", is(end));
        }
    }

    private ValidatableResponse merge(String from, String to) {
        return Write.post("/v1/companies/" + from + "/merge", body(to)).send();
    }

    private static ValidatableResponse unmerge(String company) {
        return given().auth()
                .oauth2(Tokens.editor())
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"two companies after all\",\"sources\":" + SOURCES + "}")
                .post("/v1/companies/" + company + "/merge/retraction")
                .then();
    }

    private static String body(String into) {
        return "{\"into\":\"" + into + "\",\"reason\":\"same register entry\",\"sources\":" + SOURCES + "}";
    }

    private static ValidatableResponse role(String company, String person) {
        return Write.post(
                        "/v1/companies/" + company + "/roles",
                        "{\"person\":\"" + person + "\",\"title\":\"CEO\",\"sources\":" + SOURCES + "}")
                .send();
    }

    private String company(String key, String name) {
        Write.put("/v1/companies/" + key + "-" + run, profile(name)).send().statusCode(201);
        return key + "-" + run;
    }

    private static String profile(String name) {
        return "{\"kind\":\"company\",\"legalName\":\"" + name + "\",\"sources\":" + SOURCES + "}";
    }
}
