package io.cumulo.disputes.ocds;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.disputes.intake.Import;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class OcdsImportTest {

    private final Import ocds = Import.contracts("ocds");

    @Test
    void releases_in_any_order_tell_how_the_contract_was_at_each_time() {
        String ocid = Samples.ocid();
        String contract = "/v1/contracts/" + ocid;
        ocds.whole(bytes(Samples.releasePackage(Samples.contract(ocid))));
        ocds.whole(bytes(Samples.amendment(ocid) + "\n" + Samples.tender(ocid)));

        on("2020-01-10", contract)
                .body("stage", equalTo("tender"))
                .body("value.ceiling.amount", equalTo("1000000.00"))
                .body("value.obligated", nullValue());
        on("2020-01-20", contract).body("value.ceiling.amount", equalTo("1200000.00"));
        on("2020-03-01", contract)
                .body("title", equalTo("A bridge"))
                .body("buyer", equalTo("identified-e1"))
                .body("parties.id", contains("GB-1", "GB-2"))
                .body("stage", equalTo("implementation"))
                .body("value.ceiling.amount", equalTo("1200000.00"))
                .body("value.guaranteed", nullValue())
                .body("value.obligated.amount", equalTo("980000.00"))
                .body("value.spent.amount", equalTo("300.25"))
                .body("term.endsOn", equalTo("2022-03-14"))
                .body("references.value", hasItem(ocid));
        on("2020-03-01", contract + "/awards")
                .body("items.number", contains("A-1"))
                .body("items[0].value.amount", equalTo("990000.00"))
                .body("items[0].sources.publisher", contains("A council"));
        on("2020-03-01", contract + "/amendments").body("items.rationale", contains("The river is wider"));
        on("2020-03-01", contract + "/milestones").body("items.dueOn", contains("2020-02-01"));
        given().get(contract + "?asOf=2020-01-09").then().statusCode(404);
    }

    @Test
    void a_record_is_taken_whole_and_again_without_a_change() {
        String ocid = Samples.ocid();
        String file = "{\"records\":[{\"ocid\":\"" + ocid + "\",\"releases\":[" + Samples.tender(ocid) + ","
                + Samples.contract(ocid) + "," + Samples.amendment(ocid) + "]}]," + Samples.AROUND + "}";
        assertThat(ocds.whole(bytes(file)).getInt("accepted")).isEqualTo(1);
        String before = given().get("/v1/contracts/" + ocid + "/history").asString();
        assertThat(ocds.whole(bytes(file)).getInt("unchanged")).isEqualTo(1);
        assertThat(ocds.whole(bytes(Samples.releasePackage(Samples.tender(ocid))))
                        .getInt("unchanged"))
                .isEqualTo(1);
        assertThat(given().get("/v1/contracts/" + ocid + "/history").asString()).isEqualTo(before);
        given().get("/v1/contracts/" + ocid + "/history").then().body("items", hasSize(3));
    }

    @Test
    void the_same_release_with_another_content_is_refused_and_said() {
        String ocid = Samples.ocid();
        ocds.whole(bytes(Samples.tender(ocid)));
        JsonPath job = ocds.of(Samples.tender(ocid).replace("A bridge", "A tunnel"));
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(ocds.refusals(job).get(0)).contains("is known with another content");
        given().get("/v1/contracts/" + ocid).then().body("title", equalTo("A bridge"));
    }

    @Test
    void older_files_say_who_takes_part_where_they_speak_of_them() {
        String ocid = Samples.ocid();
        String release = Samples.release(ocid, "1", "2015-01-10T09:00:00Z", "award", """
                "buyer":{"name":"Secretaría","identifier":{"scheme":"MX-RFC","id":"G1"}},
                "tender":{"id":5,"title":"Portátiles","amendment":{"date":"2015-01-02T00:00:00Z","changes":[{"property":"x"}]}},
                "awards":[{"id":1,"suppliers":[{"name":"Proveedor","identifier":{"scheme":"MX-RFC","id":"P1"}}],
                  "value":{"amount":1311264.00,"currency":"MXN"}}]""");
        byte[] latin = ("{\"releases\":[" + release + "]}").getBytes(StandardCharsets.ISO_8859_1);
        JsonPath job = ocds.whole(latin);
        on("2015-02-01", "/v1/contracts/" + ocid)
                .body("title", equalTo("Portátiles"))
                .body("parties.id", contains("MX-RFC-G1", "MX-RFC-P1"))
                .body("parties.name", contains("Secretaría", "Proveedor"))
                .body("parties.roles", contains(List.of("buyer"), List.of("supplier")));
        on("2015-02-01", "/v1/contracts/" + ocid + "/awards").body("items[0].parties", contains("MX-RFC-P1"));
        on("2015-02-01", "/v1/contracts/" + ocid + "/amendments").body("items", hasSize(1));
        assertThat(job.<Map<String, Integer>>get("unmapped")).isEmpty();
    }

    @Test
    void what_an_editor_set_right_is_not_undone_by_a_later_release() {
        String ocid = Samples.ocid();
        ocds.whole(bytes(Samples.tender(ocid)));
        String contract = "/v1/contracts/" + ocid;
        Corrections.correct(contract, body -> body.put("title", "The bridge of ours"));
        ocds.whole(bytes(Samples.contract(ocid)));
        on("2020-02-01", contract).body("title", equalTo("The bridge of ours"));
        on("2020-03-01", contract).body("title", equalTo("A bridge")).body("stage", equalTo("implementation"));
    }

    @Test
    void a_process_of_which_nobody_says_who_buys_is_kept_and_waits() {
        String ocid = Samples.ocid();
        ocds.whole(bytes(Samples.amendment(ocid)));
        given().get("/v1/contracts/" + ocid).then().statusCode(404);
        ocds.whole(bytes(Samples.tender(ocid)));
        on("2020-01-20", "/v1/contracts/" + ocid).body("value.ceiling.amount", equalTo("1200000.00"));
    }

    @Test
    void every_fault_of_a_release_is_told_and_nothing_of_it_is_kept() {
        String ocid = Samples.ocid();
        String wrong = Samples.release(ocid, "1", "2020-01-10", "tenderr", """
                "buyer":{"id":"1"},"tender":{"id":[],"procurementMethod":"lottery","submissionMethod":["anything","written"],
                "value":{"amount":-5,"currency":"XYZ"},"minValue":{"amount":"5"},"items":{},"tenderPeriod":{"startDate":"yesterday"},
                "documents":[{"title":"x"}]}""");
        JsonPath job = ocds.of(wrong);
        List<String> pointers = given().get("/v1/contracts/imports/" + job.getString("id") + "/rejections")
                .path("items[0].errors.pointer");
        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/date",
                        "/tag/0",
                        "/buyer/name",
                        "/tender/id",
                        "/tender/procurementMethod",
                        "/tender/value/amount",
                        "/tender/value/currency",
                        "/tender/minValue/amount",
                        "/tender/items",
                        "/tender/tenderPeriod/startDate",
                        "/tender/documents/0/id");
        given().get("/v1/contracts/" + ocid).then().statusCode(404);
        for (String id : List.of("bad", "ocds-12-x", "ocds-abcdef-", "")) {
            assertThat(ocds.of(Samples.tender(id)).getInt("rejected")).as(id).isEqualTo(1);
        }
        for (String file : List.of(
                "{\"releases\":[]}",
                "[]x",
                "{}",
                "null",
                "{\"releases\":[null]}",
                "{\"records\":[{\"ocid\":\"x\"}]}")) {
            assertThat(ocds.of(file).getInt("rejected")).as(file).isEqualTo(1);
        }
    }

    @Test
    void what_has_no_place_is_counted() {
        String ocid = Samples.ocid();
        Map<String, Integer> unmapped = ocds.whole(bytes(Samples.tender(ocid) + "\n" + Samples.contract(ocid)))
                .get("unmapped");
        assertThat(unmapped)
                .containsEntry("tender/documents", 1)
                .containsEntry("tender/status", 1)
                .containsEntry("contracts/awardID", 1)
                .containsEntry("contracts/implementation/transactions/date", 1);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
