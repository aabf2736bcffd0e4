package io.cumulo.disputes.ocds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cumulo.disputes.intake.Import;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class OcdsHostileFilesTest {

    private static final int LONG_LINE = 30_000_000;

    private final Import ocds = Import.contracts("ocds");

    @Test
    void what_is_wrong_is_listed_and_nothing_of_it_is_kept() {
        for (String members : List.of(
                "\"buyer\":" + "[".repeat(10_000) + "]".repeat(10_000),
                "\"buyer\":" + "{\"a\":".repeat(10_000),
                "\"x\":1e999999999",
                "\"x\":" + "9".repeat(900),
                "\"x\":1,\"x\":2",
                "\"tender\":{\"id\":\"1\",\"id\":\"2\"}",
                "\"x\":\"\\u0000\"",
                "\"x\":\"\\ud800\"",
                "\"tender\":{\"id\":\"1\",\"title\":\"cut off",
                "\"x\":NaN",
                "\"x\":\"" + "y".repeat(9_000_000) + "\"")) {
            String ocid = Samples.ocid();
            JsonPath job = ocds.of(Samples.release(ocid, "1", "2020-01-10T09:00:00Z", "tender", members));
            assertThat(job.getString("state")).isEqualTo("done");
            assertThat(job.getInt("accepted")).as(members.substring(0, 6)).isZero();
            assertThat(job.getInt("rejected")).as(members.substring(0, 6)).isPositive();
            given().get("/v1/ocds/records/" + ocid).then().statusCode(404);
        }
    }

    @Test
    void a_wrong_line_or_element_spoils_no_other() {
        String ocid = Samples.ocid();
        String lines = Samples.tender(ocid) + "\n{\"ocid\":\n\n[1,2\n" + Samples.amendment(ocid) + "}}\n"
                + Samples.contract(ocid);
        JsonPath job = ocds.of(lines);
        assertThat(job.getInt("accepted")).isEqualTo(3);
        assertThat(job.getInt("rejected")).isEqualTo(5);

        String other = Samples.ocid();
        JsonPath second = ocds.of(
                Samples.releasePackage(Samples.tender(other), "{\"a\":1,\"a\":1}", "5", Samples.contract(other)));
        assertThat(second.getInt("accepted")).isEqualTo(2);
        assertThat(second.getInt("rejected")).isEqualTo(2);
    }

    @Test
    void a_package_that_breaks_off_is_taken_as_far_as_it_goes() {
        String ocid = Samples.ocid();
        String whole = Samples.releasePackage(Samples.tender(ocid), Samples.contract(ocid));
        JsonPath job = ocds.of(whole.substring(0, whole.indexOf("3-contract") + 50));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(ocds.refusals(job)).hasSize(1).allMatch(reason -> reason.startsWith("it can't be read further"));
    }

    @Test
    void a_line_of_any_length_is_read_past() {
        byte[] line = new byte[LONG_LINE];
        Arrays.fill(line, (byte) 'x');
        line[0] = '{';
        String ocid = Samples.ocid();
        byte[] good = (Samples.tender(ocid) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[good.length + line.length];
        System.arraycopy(good, 0, file, 0, good.length);
        System.arraycopy(line, 0, file, good.length, line.length);
        JsonPath job = ocds.of(file);
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(1);
    }

    @Test
    void the_releases_of_a_process_are_as_long_together_as_can_be_held_at_once() {
        String ocid = Samples.ocid();
        String half =
                "\"tender\":{\"id\":\"1\",\"description\":\"" + "y".repeat((int) Processes.MAX_CHARACTERS / 2) + "\"}";
        ocds.whole(bytes(Samples.release(ocid, "1", "2020-01-10T09:00:00Z", "tender", half)));
        JsonPath second = ocds.of(Samples.release(ocid, "2", "2020-01-11T09:00:00Z", "tender", half));
        assertThat(second.getInt("rejected")).isEqualTo(1);
        assertThat(ocds.refusals(second).get(0)).contains("characters together");
        given().get("/v1/ocds/records/" + ocid).then().statusCode(200).body("records[0].releases", hasSize(1));
    }

    @Test
    void a_page_of_releases_is_as_long_as_can_be_held_at_once() {
        String most = "\"tender\":{\"id\":\"1\",\"description\":\"" + "y".repeat((int) Processes.MAX_CHARACTERS / 3 * 2)
                + "\"}";
        for (String day : List.of("1985-01-10", "1985-01-11")) {
            ocds.whole(bytes(Samples.release(Samples.ocid(), "1", day + "T09:00:00Z", "tender", most)));
        }
        String next = given().get("/v1/ocds/releases?since=1985-01-01&until=1985-02-01")
                .then()
                .statusCode(200)
                .body("releases.date", contains("1985-01-10T09:00:00Z"))
                .extract()
                .path("links.next");
        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("releases.date", contains("1985-01-11T09:00:00Z"));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void every_encoding_that_publishers_use_is_read() {
        String ocid = Samples.ocid();
        String text = Samples.tender(ocid).replace("A bridge", "Pont de l’Alma à Orléans");
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[utf8.length + 3];
        System.arraycopy(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, 0, marked, 0, 3);
        System.arraycopy(utf8, 0, marked, 3, utf8.length);
        ocds.whole(marked);
        assertThat(ocds.whole(text.getBytes(java.nio.charset.Charset.forName("windows-1252")))
                        .getInt("unchanged"))
                .isEqualTo(1);
        given().get("/v1/contracts/" + ocid).then().body("title", equalTo("Pont de l’Alma à Orléans"));
    }
}
