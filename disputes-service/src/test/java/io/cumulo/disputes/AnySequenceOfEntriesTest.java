package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is entered, corrected and taken back, in whatever order, is taken or refused; and the dispute can be read at any moment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class AnySequenceOfEntriesTest {

    private static final int STEPS = 60;
    private static final List<String> KINDS = List.of(
            "notice",
            "filing",
            "answer",
            "intervention",
            "motion",
            "hearing",
            "order",
            "injunction-granted",
            "injunction-denied",
            "injunction-modified",
            "injunction-lifted",
            "security-ordered",
            "security-posted",
            "security-increased",
            "security-released",
            "security-paid-out",
            "corrective-action",
            "stay",
            "stay-lifted",
            "ruling",
            "remand",
            "appeal",
            "mandate",
            "reopening",
            "settlement",
            "withdrawal",
            "dismissal",
            "closing",
            "dream");
    private static final List<String> DAYS = List.of(
            "2020-01-01",
            "2020-01-02",
            "2020-01-03",
            "2020-02-01",
            "2020-01",
            "2020",
            "2020-02-30",
            "0000",
            "9999-12-31");
    private static final List<String> EXTRAS = List.of(
            "",
            ",\"party\":{\"company\":\"microsoft\"}",
            ",\"scope\":\"performance\"",
            ",\"scope\":\"other\"",
            ",\"lifts\":\"e3\"",
            ",\"modifies\":\"e3\"",
            ",\"outcome\":\"in-part\",\"grants\":[\"more time\"]",
            ",\"reason\":\"moot\"",
            ",\"review\":\"reversed\"",
            ",\"dueOn\":\"2020-03\"",
            ",\"otherDates\":[\"2020-01-05\",null]",
            ",\"security\":{\"id\":\"b\",\"amount\":{\"amount\":\"5.00\",\"currency\":\"USD\"}}",
            ",\"security\":{\"id\":\"b\",\"amount\":null}",
            ",\"security\":{\"id\":\"b\",\"amount\":{\"amount\":\"99999999999999999999999999999999999999.99\",\"currency\":\"EUR\"}}",
            ",\"number\":\"12\"",
            ",\"number\":\"999999999999999999999999999999\"");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void no_sequence_of_entries_leads_to_a_server_error(long seed) {
        Random random = new Random(seed);
        String dispute = "any-" + UUID.randomUUID();
        Bodies.dispute(dispute, null).send().statusCode(201);
        int taken = 0;
        for (int step = 0; step < STEPS; step++) {
            Response answer = write(dispute, random).extract().response();
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 400, 404, 409, 412, 422, 428);
            taken += answer.statusCode() < 300 ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(3);
        for (String path : List.of("", "/docket", "/securities", "/feed.atom")) {
            for (String asOf : List.of("2020-01-02", "2020-01-31", "2030-01-01")) {
                given().queryParam("asOf", asOf)
                        .get("/v1/disputes/" + dispute + path)
                        .then()
                        .statusCode(200);
            }
        }
        given().get("/v1/disputes/" + dispute + "/calendar.ics").then().statusCode(200);
    }

    private static ValidatableResponse write(String dispute, Random random) {
        String key = "e" + random.nextInt(20);
        String path = "/v1/disputes/" + dispute + "/docket/" + key;
        if (random.nextInt(6) == 0) {
            return Write.post(path + "/retraction", "{\"reason\":\"no\",\"sources\":" + Write.SOURCES + "}")
                    .send();
        }
        String kind = random.nextInt(4) == 0 ? "filing" : one(KINDS, random);
        Write write = Write.put(path, """
                {"kind":"%s","on":"%s","text":"It says so."%s,"sources":%s}""".formatted(kind, one(DAYS, random), fitting(kind, random), Write.SOURCES));
        return random.nextInt(3) == 0 ? write.sendIfMatch("*") : write.send();
    }

    /** Mostly what the kind needs, sometimes anything. */
    private static String fitting(String kind, Random random) {
        if (random.nextInt(5) == 0) {
            return one(EXTRAS, random);
        }
        return switch (kind) {
            case "intervention" -> EXTRAS.get(1);
            case "ruling" -> EXTRAS.get(6);
            case "dismissal" -> EXTRAS.get(7);
            case "mandate" -> EXTRAS.get(8);
            case "security-ordered",
                    "security-posted",
                    "security-increased",
                    "security-released",
                    "security-paid-out" -> EXTRAS.get(11);
            default -> "";
        };
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
