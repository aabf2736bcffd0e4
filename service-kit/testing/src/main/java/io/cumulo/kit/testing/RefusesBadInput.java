package io.cumulo.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every write of every service owes its clients: bad input gets the right 4xx as a problem document that tells all faults at once, and
 * nothing of it is kept. A service's test lists its writes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RefusesBadInput {

    private static final int BODY_LIMIT_BYTES = 1_048_576;
    private static final ObjectMapper JSON = new ObjectMapper();

    private String before;

    /** Every write of the service, each with a body that it would accept. */
    protected abstract List<Write> writes();

    /** Records whatever the writes need. */
    protected abstract void prepare();

    /** Once for all tests of the class: none of them may record anything. */
    @BeforeEach
    void rememberWhatIsRecorded() {
        if (before == null) {
            prepare();
            before = position(null);
        }
    }

    @AfterEach
    void nothing_of_a_refused_write_is_kept() {
        assertThat(position(before)).isEqualTo(before);
    }

    /** Where the feed ends, read on from where it was known to. */
    private static String position(String since) {
        String cursor = since;
        while (true) {
            var request = given().queryParam("limit", 500);
            JsonNode page = tree((cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            cursor = page.path("next").asText();
            if (page.path("items").isEmpty()) {
                return cursor;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void malformed_json_is_400(Write write) {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "\"text\"",
                "null",
                write.body() + "x",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "{\"\\ud800\":1}",
                "{\"a\":NaN}",
                "{\"a\":+1}",
                "{\"a\":\"\n\"}",
                "{\"a\":[1",
                "{\"a\":" + "1".repeat(101) + "}",
                "[".repeat(2000))) {
            problem(write.with(body).send(), 400, "malformed-body");
        }
        problem(write.sendBytes(new byte[] {'{', '"', (byte) 0xff, '"'}), 400, "malformed-body");
        byte[] halfOfACharacter = {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'};
        problem(write.sendBytes(halfOfACharacter), 400, "malformed-body");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void all_faults_of_a_body_are_told_at_once(Write write) {
        String wrong = write.change(body -> {
            body.put("unheardOf", 1);
            ObjectNode source = body.putArray("sources").addObject();
            source.put("publisher", " ").put("title", 5).put("url", "ftp://x").put("publishedOn", "2020-13");
        });

        problem(write.with(wrong).send(), 422, "invalid-body")
                .body(
                        "errors.pointer",
                        hasItems(
                                "/unheardOf",
                                "/sources/0/publisher",
                                "/sources/0/title",
                                "/sources/0/url",
                                "/sources/0/publishedOn"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_fact_without_a_source_is_422(Write write) {
        problem(write.with(write.change(body -> body.remove("sources"))).send(), 422, "invalid-body")
                .body("errors.pointer", hasItem("/sources"));
        problem(write.with(write.change(body -> body.putArray("sources"))).send(), 422, "invalid-body")
                .body("errors.pointer", hasItem("/sources"));
        problem(
                        write.with(write.change(body -> body.putArray("sources").addNull()))
                                .send(),
                        422,
                        "invalid-body")
                .body("errors.pointer", hasItem("/sources/0"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void more_than_a_hundred_sources_are_422(Write write) {
        String wrong = write.change(body -> {
            JsonNode source = body.path("sources").get(0);
            body.putArray("sources").addAll(Collections.nCopies(101, source));
        });

        problem(write.with(wrong).send(), 422, "invalid-body").body("errors.pointer", containsInAnyOrder("/sources"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_standing_that_nobody_can_assert_is_422(Write write) {
        String wrong = write.change(body -> body.put("standing", "retracted"));

        problem(write.with(wrong).send(), 422, "invalid-body").body("errors.pointer", containsInAnyOrder("/standing"));
    }

    /** U+0000, and halves of a character on either side of it. */
    @ParameterizedTest
    @MethodSource("writes")
    void text_that_cannot_be_stored_is_422(Write write) {
        for (String letter : List.of("\\u0000", "\\ud800", "\\udc00")) {
            String wrong =
                    write.change(body -> ((ObjectNode) body.path("sources").get(0)).put("publisher", "Reu~ters"));

            problem(write.with(wrong.replace("~", letter)).send(), 422, "invalid-body")
                    .body("errors.pointer", hasItem("/sources/0/publisher"));
        }
        String wrong = write.change(body -> {
            body.put("\0", 1);
            ((ObjectNode) body.path("sources").get(0)).put("Reu\0ters", "x");
        });
        problem(write.with(wrong).send(), 422, "invalid-body")
                .body("errors.pointer", containsInAnyOrder("", "/sources/0"));
    }

    /** Forty bytes that would unfold to as many digits as they like. */
    @ParameterizedTest
    @MethodSource("writes")
    void a_number_beyond_all_measure_is_422(Write write) {
        for (String pointer : numbers(tree(write.body()), "")) {
            for (String number : List.of("1E+300000000", "-1E+300000000", "1E-300000000", "1E+2147483647")) {
                String wrong = write.change(body -> replace(body, pointer, new BigDecimal(number)));

                problem(write.with(wrong).send(), 422, "invalid-body").body("errors.pointer", hasItem(pointer));
            }
        }
    }

    private static List<String> numbers(JsonNode tree, String pointer) {
        if (tree.isNumber()) {
            return List.of(pointer);
        }
        Stream<String> inObject = tree.properties().stream()
                .flatMap(member -> numbers(member.getValue(), pointer + "/" + member.getKey()).stream());
        Stream<String> inArray = IntStream.range(0, tree.isArray() ? tree.size() : 0)
                .boxed()
                .flatMap(index -> numbers(tree.get(index), pointer + "/" + index).stream());
        return Stream.concat(inObject, inArray).toList();
    }

    private static void replace(ObjectNode body, String pointer, BigDecimal number) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode holder = body.at(at.head());
        if (holder instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), DecimalNode.valueOf(number));
        } else {
            ((ObjectNode) holder).set(at.last().getMatchingProperty(), DecimalNode.valueOf(number));
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void an_unknown_parameter_is_400(Write write) {
        problem(new Write(write.method(), write.path() + "?force=true", write.body()).send(), 400, "invalid-parameter")
                .body("errors.parameter", containsInAnyOrder("force"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void another_content_type_is_415(Write write) {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            problem(
                    write.send(given().auth().oauth2(Tokens.editor()).contentType(type)),
                    415,
                    "unsupported-media-type");
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_body_in_another_coding_or_character_set_is_415(Write write) {
        for (String coding : List.of("gzip", "br", "identity, deflate")) {
            problem(
                            write.send(given().auth()
                                    .oauth2(Tokens.editor())
                                    .contentType(ContentType.JSON)
                                    .header("Content-Encoding", coding)),
                            415,
                            "unsupported-media-type")
                    .header("Accept-Encoding", "identity");
        }
        for (String charset : List.of("utf-16", "ISO-8859-1")) {
            problem(
                    write.send(
                            given().auth().oauth2(Tokens.editor()).contentType("application/json;charset=" + charset)),
                    415,
                    "unsupported-media-type");
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_body_above_the_limit_is_413(Write write) {
        int bytes = write.equals(writes().get(0)) ? 10 * BODY_LIMIT_BYTES : BODY_LIMIT_BYTES + 1;
        problem(write.with(" ".repeat(bytes)).send(), 413, "body-too-large");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void without_a_valid_token_it_is_401(Write write) {
        problem(write.send(given().contentType(ContentType.JSON)), 401, "unauthenticated");
        for (String token : List.of("nonsense", Tokens.expired(), Tokens.forAnotherAudience())) {
            problem(write.send(given().auth().oauth2(token).contentType(ContentType.JSON)), 401, "unauthenticated");
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void without_the_role_it_is_403(Write write) {
        problem(write.send(given().auth().oauth2(Tokens.reader()).contentType(ContentType.JSON)), 403, "forbidden");
    }

    /** W3C Trace Context: who asks for several services' logs finds them by it. */
    @Test
    void a_problem_tells_the_trace_that_the_request_belongs_to() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String problem = given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .queryParam("limit", "nonsense")
                .get("/v1/events")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(tree(problem).path("traceId").asText()).isEqualTo(trace);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_put_without_a_precondition_is_428_and_with_a_stale_one_412(Write write) {
        if (write.method().equals("PUT")) {
            problem(
                    given().auth()
                            .oauth2(Tokens.editor())
                            .contentType(ContentType.JSON)
                            .body(write.body())
                            .put(write.path())
                            .then(),
                    428,
                    "precondition-required");
            problem(write.sendIfMatch("\"999-0\""), 412, "precondition-failed");
            problem(write.sendIfMatch("\"nonsense\""), 412, "precondition-failed");
            problem(write.sendIfMatch("nonsense"), 400, "invalid-parameter");
        }
    }

    /** Read by Jackson: what RestAssured compiles for each member that it is asked about takes longer than the answer. */
    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        JsonNode problem = tree(answer.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .asString());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("urn:cumulo:problem:" + type);
        for (String member : List.of("title", "detail", "instance", "traceId")) {
            assertThat(problem.hasNonNull(member)).as(member).isTrue();
        }
        assertThat(problem.path("detail").asText())
                .as("in the words of the API")
                .doesNotContain("`", "Feature", "REDACTED", "1 members");
        return answer;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + text, malformed);
        }
    }
}
