package io.cumulo.companies.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an import does with entries that fail and aren't refused: it goes on without those that fail by themselves, and waits for what is away. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StumblingImportsTest {

    /** Once at each look an entry is tried, six times in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** At each it is asked once for several entries, and once for one at most. */
    private static final int LOOKS = 8;

    private final FaultyFormat format;

    StumblingImportsTest(FaultyFormat format) {
        this.format = format;
    }

    @Test
    void an_entry_that_keeps_failing_is_listed_in_the_end_and_the_others_go_in() {
        JsonPath job = Import.finished(handedIn("sound\nsound\nunforeseen\nsound\nunforeseen"));
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("accepted")).isEqualTo(3);
        given().get(FaultyFormat.Imported.PATH + "/" + job.getString("id") + "/rejections")
                .then()
                .statusCode(200)
                .body("items.line", contains(3, 5))
                .body(
                        "items.reason",
                        contains(
                                "Something went wrong on our side with it",
                                "Something went wrong on our side with it"));
    }

    @Test
    void while_a_neighbour_is_away_no_entry_is_rejected() {
        format.neighbourIsAway(true);
        String job = handedIn("sound\naway\nsound");
        await().atMost(PATIENCE).until(format::askedInVain, greaterThan(2 * LOOKS));
        given().get(job).then().body("state", is("running")).body("rejected", is(0));

        format.neighbourIsAway(false);
        JsonPath finished = Import.finished(job);
        assertThat(finished.getInt("accepted")).isEqualTo(3);
        assertThat(finished.getInt("rejected")).isZero();
    }

    private static String handedIn(String file) {
        return given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/octet-stream")
                .queryParam("format", "faulty")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(FaultyFormat.Imported.PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }
}
