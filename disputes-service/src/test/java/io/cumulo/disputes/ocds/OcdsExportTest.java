package io.cumulo.disputes.ocds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.JediCase;
import io.cumulo.disputes.intake.Import;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class OcdsExportTest {

    private static final String JEDI = "ocds-cumulo-jedi-as-published";

    private final Import ocds = Import.contracts("ocds");

    @Test
    void what_is_given_out_and_taken_in_again_is_the_same() {
        String ocid = Samples.ocid();
        ocds.whole(
                bytes(Samples.releasePackage(Samples.contract(ocid), Samples.tender(ocid), Samples.amendment(ocid))));
        JsonNode first = releases("ocid=" + ocid);
        OfficialSchema.requireValid(first);
        assertThat(first.path("releases").findValuesAsText("id")).startsWith("1-tender");
        assertThat(first.at("/releases/0/cumulo_disputes/publishedIn/publisher/name")
                        .asText())
                .isEqualTo("A council");
        assertThat(first.at("/releases/0/tender/documents/0/url").asText())
                .isEqualTo("https://council.example/plan%201.pdf");

        assertThat(ocds.whole(bytes(first.toString())).getInt("unchanged")).isEqualTo(3);
        assertThat(releases("ocid=" + ocid)).isEqualTo(first);

        String fresh = Samples.ocid();
        ocds.whole(bytes(first.toString().replace(ocid, fresh)));
        assertThat(Ocds.text(releases("ocid=" + fresh)).replace(fresh, ocid)).isEqualTo(Ocds.text(first));
        assertThat(Ocds.text(record(fresh, "")).replace(fresh, ocid)).isEqualTo(Ocds.text(record(ocid, "")));
    }

    @Test
    void a_record_tells_what_was_out_on_the_day_and_links_to_it() {
        String ocid = Samples.ocid();
        ocds.whole(
                bytes(Samples.releasePackage(Samples.tender(ocid), Samples.amendment(ocid), Samples.contract(ocid))));
        JsonNode early = record(ocid, "?asOf=2020-01-15");
        assertThat(early.at("/records/0/releases")).hasSize(1);
        assertThat(early.at("/records/0/compiledRelease/tender/value/amount").asInt())
                .isEqualTo(1_000_000);
        JsonNode late = record(ocid, "");
        assertThat(late.at("/records/0/releases")).hasSize(3);
        assertThat(late.at("/records/0/compiledRelease/tender/value/amount").asInt())
                .isEqualTo(1_200_000);
        assertThat(late.at("/records/0/versionedRelease/tender/value/amount")).hasSize(2);
        assertThat(late.at("/records/0/compiledRelease/tag/0").asText()).isEqualTo("compiled");
        OfficialSchema.requireValidRelease(late.at("/records/0/compiledRelease"));
        String link = late.at("/records/0/releases/0/url").asText();
        given().get(link.replaceFirst("#.*", "")).then().statusCode(200).body("releases[0].ocid", equalTo(ocid));
        given().get("/v1/ocds/records/" + ocid + "?asOf=2019-12-31").then().statusCode(404);
        given().get("/v1/ocds/records/ocds-abc123-nobody").then().statusCode(404);
    }

    @Test
    void a_contract_of_ours_has_a_release_for_each_day_on_which_something_became_of_it() {
        JediCase.record();
        JsonNode all = releases("ocid=" + JEDI);
        OfficialSchema.requireValid(all);
        List<String> dates = StreamSupport.stream(all.path("releases").spliterator(), false)
                .map(release -> release.path("date").asText())
                .toList();
        assertThat(dates)
                .contains("2018-07-01T00:00:00Z", "2020-02-13T00:00:00Z")
                .doesNotHaveDuplicates();
        JsonNode onTheDay = record(JEDI, "?asOf=2020-04-24").at("/records/0/compiledRelease");
        OfficialSchema.requireValidRelease(onTheDay);
        assertThat(onTheDay.at("/tender/value/amount").decimalValue()).isEqualByComparingTo("10000000000");
        assertThat(onTheDay.at("/cumulo_disputes/contract/guaranteed/amount").decimalValue())
                .isEqualByComparingTo("1000000");
        assertThat(onTheDay.at("/cumulo_disputes/suspended").asBoolean()).isTrue();
        JsonNode dispute = onTheDay.at("/cumulo_disputes/disputes/0");
        assertThat(dispute.at("/forum/id").asText()).isEqualTo("us-court-of-federal-claims");
        assertThat(dispute.at("/securities/0/value/amount").decimalValue()).isEqualByComparingTo("42000000");
        assertThat(record(JEDI, "?asOf=2020-02-12")
                        .at("/records/0/compiledRelease/cumulo_disputes/suspended")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void our_own_releases_found_elsewhere_tell_the_same_there() {
        JediCase.record();
        String own = Ocds.text(releases("ocid=" + JEDI));
        String fresh = "ocds-cumulo-" + Samples.ocid();
        ocds.whole(bytes(own.replace(JEDI, fresh)));
        assertThat(Ocds.text(releases("ocid=" + fresh)).replace(fresh, JEDI)).isEqualTo(own);
        given().get("/v1/contracts/" + fresh.substring("ocds-cumulo-".length()) + "?asOf=2020-04-24")
                .then()
                .statusCode(200)
                .body("stage", equalTo("award"))
                .body("buyer", equalTo("us-department-of-defense"))
                .body("value.ceiling.amount", equalTo("10000000000.00"))
                .body("value.guaranteed.amount", equalTo("1000000.00"));
        String there = "/v1/contracts/" + fresh.substring("ocds-cumulo-".length());
        given().get(there + "/termination")
                .then()
                .statusCode(200)
                .body("on", equalTo("2021-07-06"))
                .body("by", equalTo("us-department-of-defense"));
        JsonPath again = ocds.whole(bytes(own.replace(JEDI, fresh)));
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.<Map<String, Integer>>get("unmapped").keySet())
                .anyMatch(path -> path.startsWith("cumulo_disputes/disputes"))
                .noneMatch(path -> path.contains("who terminated it"));
        assertThat(ocds.whole(bytes(own)).getInt("accepted")).isZero();
    }

    @Test
    void pages_hold_every_release_once_and_lines_the_same() {
        JediCase.record();
        String ocid = Samples.ocid();
        ocds.whole(
                bytes(Samples.releasePackage(Samples.tender(ocid), Samples.amendment(ocid), Samples.contract(ocid))));
        List<String> paged = new ArrayList<>();
        String next = "/v1/ocds/releases?limit=20";
        while (!next.isEmpty()) {
            JsonNode page =
                    Ocds.tree(given().urlEncodingEnabled(false).get(next).asString());
            OfficialSchema.requireValid(page);
            assertThat(page.path("releases")).hasSizeLessThanOrEqualTo(20);
            ids(page.path("releases")).forEach(paged::add);
            next = page.at("/links/next").asText("");
        }
        List<String> lines = given().accept("application/x-ndjson")
                .get("/v1/ocds/releases")
                .asString()
                .lines()
                .map(line -> name(Ocds.tree(line)))
                .toList();
        assertThat(paged).doesNotHaveDuplicates().containsAll(lines).hasSameSizeAs(lines);
        assertThat(lines).contains(ocid + "/1-tender");
    }

    @Test
    void lists_are_asked_for_by_buyer_and_date() {
        String ocid = Samples.ocid();
        ocds.whole(
                bytes(Samples.releasePackage(Samples.tender(ocid), Samples.amendment(ocid), Samples.contract(ocid))));
        assertThat(ids(releases("buyer=GB-1&ocid=" + ocid).path("releases"))).containsExactly(ocid + "/1-tender");
        assertThat(ids(releases("since=2020-01-20&until=2020-02-01&ocid=" + ocid)
                        .path("releases")))
                .containsExactly(ocid + "/2-amendment");
        for (String wrong : List.of("since=yesterday", "until=2020-13-01", "limit=0", "cursor=x", "bought=x")) {
            given().get("/v1/ocds/releases?" + wrong).then().statusCode(400);
        }
        given().get("/v1/ocds/releases?ocid=nobody").then().statusCode(404);
        given().accept("text/csv").get("/v1/ocds/releases").then().statusCode(406);
    }

    @Test
    void releases_of_our_own_stay_in_past_lists_when_a_publisher_comes() {
        String ocid = Samples.ocid();
        String known = Write.put("/v1/contracts/" + ocid, """
                        {"title":"A bridge","buyer":"us-department-of-defense","stage":"tender","validFrom":"2019-06-01","sources":%s}""".formatted(Write.SOURCES))
                .send()
                .statusCode(201)
                .extract()
                .path("recordedAt");
        String ours = "ocid=ocds-cumulo-" + ocid;
        JsonNode then = releases(ours + "&knownAt=" + known).path("releases");
        JsonNode before = releases(ours + "&asOf=2020-01-09").path("releases");

        ocds.whole(bytes(Samples.tender(ocid)));

        assertThat(releases(ours + "&knownAt=" + known).path("releases")).isEqualTo(then);
        assertThat(releases(ours + "&asOf=2020-01-09").path("releases")).hasSameSizeAs(before);
        given().get("/v1/ocds/releases?" + ours).then().statusCode(404);
    }

    @Test
    void the_extension_is_found_where_packages_name_it() {
        JediCase.record();
        String address = releases("ocid=" + JEDI).at("/extensions/0").asText();
        given().get(address).then().statusCode(200).body("name.en", equalTo("Cumulo disputes"));
        given().get(address.replace("extension.json", "release-schema.json"))
                .then()
                .statusCode(200);
        given().get(address.replace("extension.json", "codelists/disputeState.csv"))
                .then()
                .statusCode(200);
    }

    private static List<String> ids(JsonNode releases) {
        return StreamSupport.stream(releases.spliterator(), false)
                .map(OcdsExportTest::name)
                .toList();
    }

    private static String name(JsonNode release) {
        return release.path("ocid").asText() + "/" + release.path("id").asText();
    }

    private static ObjectNode releases(String query) {
        return (ObjectNode)
                Ocds.tree(given().get("/v1/ocds/releases?" + query + (query.contains("limit") ? "" : "&limit=500"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static JsonNode record(String ocid, String clocks) {
        return Ocds.tree(given().get("/v1/ocds/records/" + ocid + clocks)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
