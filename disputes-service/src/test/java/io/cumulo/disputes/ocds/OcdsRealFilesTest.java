package io.cumulo.disputes.ocds;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.intake.Digest;
import io.cumulo.disputes.intake.Import;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class OcdsRealFilesTest {

    private static final String EXAMPLE = "ocds/fictional-example/1.1/";
    private static final String PROCESS = "ocds-213czf-000-00001";
    private static final List<String> FILES = List.of(
            EXAMPLE + PROCESS + "-04-award.json",
            EXAMPLE + PROCESS + "-01-planning.json",
            EXAMPLE + PROCESS + ".json",
            EXAMPLE + PROCESS + "-02-tender.json",
            EXAMPLE + PROCESS + "-03-tenderAmendment.json",
            EXAMPLE + PROCESS + "-05-contract.json",
            EXAMPLE + PROCESS + "-06-implementation.json",
            EXAMPLE + "record/" + PROCESS + ".json",
            EXAMPLE + "record/" + PROCESS + "-withversions.json",
            "ocds/ocdskit-realdata/record-package-1.json",
            "ocds/ocdskit-realdata/release-package-1.json");

    private final Import ocds = Import.contracts("ocds");

    @Test
    void real_files_are_imported_whole_and_twice_with_the_same_result() {
        FILES.forEach(file -> ocds.whole(Import.bytes(file)));
        List<String> processes = List.of(PROCESS, "ocds-07smqs-993235", "OCDS-87SD3T-AD-SF-DRM-063-2015");
        List<String> before = processes.stream().map(OcdsRealFilesTest::whole).toList();
        FILES.forEach(file -> assertThat(ocds.whole(Import.bytes(file)).getInt("accepted"))
                .as(file)
                .isZero());
        assertThat(processes.stream().map(OcdsRealFilesTest::whole).toList()).isEqualTo(before);

        on("2011-01-10", "/v1/contracts/" + PROCESS)
                .body("title", equalTo("Planned cycle lane improvements"))
                .body("stage", equalTo("implementation"))
                .body("value.ceiling.amount", equalTo("1100000.00"))
                .body("value.obligated.amount", equalTo("11000000.00"))
                .body("parties.roles", hasItem(List.of("supplier", "tenderer", "payee")));
        on("2009-04-01", "/v1/contracts/" + PROCESS).body("stage", equalTo("planning"));
    }

    @Test
    void what_is_given_out_of_real_files_is_valid_and_the_same_when_taken_in_again() {
        FILES.forEach(file -> ocds.whole(Import.bytes(file)));
        for (String process : List.of(PROCESS, "ocds-07smqs-993235", "OCDS-87SD3T-AD-SF-DRM-063-2015")) {
            String out = releases(process);
            OfficialSchema.requireValid(Ocds.tree(out));
            OfficialSchema.requireValidRelease(
                    Ocds.tree(given().get("/v1/ocds/records/" + process).asString())
                            .at("/records/0/compiledRelease"));
            assertThat(ocds.whole(bytes(out)).getInt("accepted")).isZero();
            assertThat(releases(process)).isEqualTo(out);
            String fresh = Samples.ocid();
            ocds.whole(bytes(out.replace("\"ocid\":\"" + process, "\"ocid\":\"" + fresh)));
            // Releases of one instant stand in the order of their keys, and another process has other keys.
            assertThat(Ocds.tree(releases(fresh).replace("\"ocid\":\"" + fresh, "\"ocid\":\"" + process))
                            .path("releases"))
                    .containsExactlyInAnyOrderElementsOf(Ocds.tree(out).path("releases"));
        }
    }

    @Test
    void the_record_of_the_standards_own_example_is_as_its_authors_made_it() {
        FILES.forEach(file -> ocds.whole(Import.bytes(file)));
        JsonNode ours =
                Ocds.tree(given().get("/v1/ocds/records/" + PROCESS).asString()).at("/records/0");
        JsonNode theirs = Ocds.tree(new String(
                        Import.bytes(EXAMPLE + "record/" + PROCESS + "-withversions.json"), StandardCharsets.UTF_8))
                .at("/records/0");
        assertThat(Digest.of(ours.path("compiledRelease"))).isEqualTo(Digest.of(theirs.path("compiledRelease")));
        assertThat(Digest.of(ours.path("versionedRelease"))).isEqualTo(Digest.of(theirs.path("versionedRelease")));
        OfficialSchema.requireValidRelease(ours.path("compiledRelease"));
    }

    private static String whole(String process) {
        return given().get("/v1/ocds/records/" + process).asString()
                + given().queryParam("ocid", process).get("/v1/ocds/releases").asString();
    }

    private static String releases(String process) {
        return given().queryParam("ocid", process)
                .get("/v1/ocds/releases")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
