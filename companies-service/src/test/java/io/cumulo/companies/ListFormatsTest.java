package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListFormatsTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_list_of_any_length_is_streamed_whole_and_as_known_at_one_instant() throws Exception {
        String company = company("streamed-" + run, "Streamed");
        IntStream.range(0, 600).forEach(number -> event(company, number));
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int number = 5_000;
            while (!ended.get()) {
                event(company, number++);
            }
            return number;
        });
        List<String> ids = new ArrayList<>();
        String streamed = given().accept("application/x-ndjson")
                .get("/v1/companies/" + company + "/events")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson;charset=UTF-8")
                .extract()
                .asString();
        ended.set(true);
        assertThat(writer.get()).isGreaterThan(5_000);
        for (JsonNode line : lines(streamed)) {
            ids.add(line.path("id").asText());
        }
        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(ids.stream().filter(id -> id.compareTo("e-5000") < 0)).hasSize(600);
    }

    @Test
    void a_table_has_a_column_for_each_member_and_no_formulas() {
        String company = company("tabled-" + run, "=cmd|' /C calc'!A0, \\\"Inc\\\"");
        given().accept("text/csv")
                .queryParam("q", "cmd calc")
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .header("Vary", "Accept, Accept-Encoding")
                .body(containsString("mergedFrom,match.score,match.name,"))
                .body(containsString("\r\n" + company + ","));
        String listed = given().accept("text/csv")
                .queryParam("kind", "court")
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .body(startsWith("id,kind,legalName,names,country,"))
                .extract()
                .asString();
        assertThat(listed.split("\r\n")).anyMatch(line -> line.startsWith(company + ",court,\"'=cmd|"));
    }

    @Test
    void a_limit_holds_for_streams_too() throws IOException {
        String company = company("limited-" + run, "Limited");
        IntStream.range(0, 5).forEach(number -> event(company, number));
        String streamed = given().accept("application/x-ndjson")
                .queryParam("limit", 3)
                .get("/v1/companies/" + company + "/events")
                .asString();
        assertThat(lines(streamed)).hasSize(3);
    }

    @Test
    void an_empty_list_is_an_empty_stream() {
        String company = company("empty-" + run, "Empty");
        given().accept("application/x-ndjson")
                .get("/v1/companies/" + company + "/events")
                .then()
                .statusCode(200)
                .body(is(""));
    }

    @Test
    void what_is_wrong_with_the_question_is_a_problem_and_no_stream() {
        given().accept("application/x-ndjson")
                .queryParam("cursor", "nonsense")
                .get("/v1/companies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void what_a_list_cant_be_written_as_is_refused() {
        given().accept("application/xml")
                .get("/v1/companies")
                .then()
                .statusCode(406)
                .body("type", containsString("not-acceptable"));
    }

    private static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : text.split("\n")) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private static String company(String key, String name) {
        Write.put(
                        "/v1/companies/" + key,
                        "{\"kind\":\"court\",\"legalName\":\"" + name + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
        return key;
    }

    private static void event(String company, int number) {
        Write.put(
                        "/v1/companies/" + company + "/events/e-" + String.format("%04d", number),
                        "{\"on\":\"2020\",\"title\":\"Event\",\"certainty\":\"confirmed\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
    }
}
