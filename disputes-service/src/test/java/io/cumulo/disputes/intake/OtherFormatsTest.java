package io.cumulo.disputes.intake;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class OtherFormatsTest {

    private final Import usaspending = Import.contracts("usaspending");
    private final Import dockets = Import.disputes("docket");
    private final Import prozorro = Import.disputes("prozorro");
    private final Import eforms = Import.disputes("eforms");

    @Test
    void awards_of_usaspending_are_contracts_with_their_modifications() {
        List<String> files = List.of(
                "usaspending/awards/contract.json",
                "usaspending/awards/idv.json",
                "usaspending/awards/transactions.json");
        files.forEach(file -> usaspending.whole(Import.bytes(file)));
        files.forEach(file -> assertThat(usaspending.whole(Import.bytes(file)).getInt("accepted"))
                .as(file)
                .isZero());

        String contract = "/v1/contracts/80gsfc18c0008-8000";
        on("2018-03-05", contract).body("value.obligated", nullValue()).body("procurementMethod", equalTo("open"));
        given().get(contract)
                .then()
                .body("value.ceiling.amount", equalTo("172272419.67"))
                .body("value.guaranteed", nullValue())
                .body("value.obligated.amount", equalTo("172213419.67"))
                .body("value.spent.amount", equalTo("154805291.75"))
                .body("references.scheme", hasItems("piid", "solicitation"))
                .body("parties.name", hasItem("THE UNIVERSITY OF IOWA"));
        given().get(contract + "/amendments")
                .then()
                .body("items.number", hasItems("P00063", "P00064", "P00065"))
                .body("items.description", hasItem(containsString("Obligates USD 1600000")));
        given().get("/v1/contracts/80jsc019c0012-8000")
                .then()
                .body("value.ceiling.amount", equalTo("10489314619.00"))
                .body("procurementMethod", equalTo("direct"))
                .body("term.endsOn", equalTo("2030-09-30"));
    }

    @Test
    void what_is_no_award_is_refused_with_every_fault() {
        JsonPath job = usaspending.of(
                "{\"piid\":\"X\",\"generated_unique_award_id\":\"CONT_AWD_X_1_-NONE-_-NONE-\",\"category\":\"grant\",\"total_obligation\":-1}");
        assertThat(job.getInt("rejected")).isEqualTo(1);
        List<String> pointers = given().get("/v1/contracts/imports/" + job.getString("id") + "/rejections")
                .path("items[0].errors.pointer");
        assertThat(pointers).containsExactlyInAnyOrder("/category", "/date_signed", "/total_obligation");
        for (String file :
                List.of("{}", "[]", "{\"results\":[]}", "{\"results\":[{\"modification_number\":\"1\"}]}", "[[1]]")) {
            assertThat(usaspending.of(file).getInt("accepted")).as(file).isZero();
        }
    }

    @Test
    void dockets_are_disputes_whose_entries_say_what_the_clerk_printed() {
        List<String> files = List.of(
                "courtlistener/juriscraper-dockets-district-dcd_3.json",
                "courtlistener/juriscraper-dockets-special-cit.json");
        files.forEach(file -> dockets.whole(Import.bytes(file)));
        files.forEach(file -> assertThat(dockets.whole(Import.bytes(file)).getInt("accepted"))
                .as(file)
                .isZero());

        given().get("/v1/disputes/dcd-1-20-cv-03010")
                .then()
                .body("title", equalTo("UNITED STATES OF AMERICA v. GOOGLE LLC"))
                .body("forum", equalTo("us-district-court-for-the-district-of-columbia"))
                .body("state.phase", equalTo("pending"));
        given().queryParam("limit", 100)
                .get("/v1/disputes/dcd-1-20-cv-03010/docket")
                .then()
                .body("items", hasSize(7))
                .body("items[0].kind", equalTo("filing"))
                .body("items[1].kind", equalTo("order"))
                .body("items.number", hasItem("179"));
        given().get("/v1/disputes/cit-1-08-cv-00398")
                .then()
                .body("state.staysInForce", hasSize(0))
                .body("state.suspensions", hasSize(0));
        given().get("/v1/disputes/cit-1-08-cv-00398/litigants")
                .then()
                .body("items.name", hasItem("New Hampshire Ball Bearing, Inc."))
                .body("items.role", hasItems("Plaintiff", "Defendant"));
    }

    @Test
    void an_entry_that_the_docket_does_not_allow_is_listed_with_what_is() {
        String number = UUID.randomUUID().toString().substring(0, 8);
        String file = """
                {"docket_entries":[{"date_filed":"2020-01-02","document_number":2,"description":"ORDER granting 1 Motion"},
                  {"date_filed":"2020-01-03","document_number":3,"description":"COMPLAINT against X"},
                  {"date_filed":"2020-01-04","document_number":4,"description":"MOTION to dismiss"},
                  {"date_filed":"soon","document_number":5,"description":"MOTION"}],
                 "case_name":"A v. B","court_id":"uscfc","docket_number":"1:20-cv-%s","parties":[]}""".formatted(number);
        JsonPath job = dockets.of(file);
        assertThat(job.getInt("accepted")).isEqualTo(2);
        assertThat(dockets.refusals(job)).hasSize(2);
        given().get("/v1/disputes/uscfc-1-20-cv-" + number + "/docket")
                .then()
                .body("items.kind", contains("filing", "motion"));
        assertThat(dockets.of("{\"case_name\":\"A\"}").getInt("rejected")).isEqualTo(1);
    }

    @Test
    void complaints_of_prozorro_are_disputes_before_the_review_body() {
        List<String> files = List.of(
                "prozorro/award-complaint-submission.json",
                "prozorro/complaint-objections-with-document-one-action.json",
                "prozorro/award-complaint-resolved.json",
                "prozorro/complaint-appeal-get.json");
        files.forEach(file -> prozorro.whole(Import.bytes(file)));
        given().get("/v1/disputes/prozorro-31c7e84fcb6f42ab92258d3fd5ca31dd")
                .then()
                .body("state.phase", equalTo("none"));
        on("2027-02-01", "/v1/disputes/prozorro-8a7c767d454f4235862798c08b8818b9")
                .body("docketNumber", equalTo("UA-2027-01-01-000001-a.a2"))
                .body("state.phase", equalTo("decided"))
                .body("state.outcome", equalTo("for-claimant"))
                .body("remediesSought", contains("setAsideAward: test"));
        on("2027-02-01", "/v1/disputes/prozorro-6ca341317b4f4b3cabda3a8f39db58e2")
                .body("state.phase", equalTo("on-appeal"));
        given().get("/v1/disputes/prozorro-6ca341317b4f4b3cabda3a8f39db58e2/litigants")
                .then()
                .body("items[0].name", equalTo("ДКП «Школяр»"))
                .body("items[0].identifier.id", equalTo("00137256"))
                .body("items[0].alleges", hasSize(1));
        for (String file : files.subList(1, 4)) {
            assertThat(prozorro.whole(Import.bytes(file)).getInt("accepted"))
                    .as(file)
                    .isZero();
        }
        assertThat(prozorro.of("{\"data\":{\"id\":\"1\",\"complaintID\":\"x\",\"status\":\"happy\",\"author\":{}}}")
                        .getInt("rejected"))
                .isEqualTo(1);
    }

    @Test
    void reviews_in_a_notice_are_disputes_and_codelists_are_vocabularies() {
        List<String> files = List.of(
                "eforms/can_24_maximal.xml",
                "eforms/codelists/review-decision-type.gc",
                "eforms/codelists/remedy-type.gc",
                "eforms/codelists/irregularity-type.gc",
                "eforms/codelists/review-body-type.gc",
                "eforms/codelists/review-information-type.gc",
                "eforms/codelists/review-type.gc",
                "eforms/codelists/non-award-justification.gc",
                "eforms/codelists/winner-selection-status.gc");
        files.forEach(file -> eforms.whole(Import.bytes(file)));
        files.forEach(file -> assertThat(eforms.whole(Import.bytes(file)).getInt("accepted"))
                .as(file)
                .isZero());
        String notice = "/v1/disputes/eforms-15377ca1-6cf7-4060-90f0-9290128957a3-rev-000";
        given().get(notice + "1")
                .then()
                .body("state.phase", equalTo("pending"))
                .body("docketNumber", equalTo("123/23"));
        given().get(notice + "2").then().body("state.phase", equalTo("withdrawn"));
        given().get(notice + "3")
                .then()
                .body("state.phase", equalTo("decided"))
                .body("state.outcome", equalTo("for-claimant"));
        given().queryParam("limit", 100)
                .get("/v1/disputes/vocabularies/irregularity-type/terms")
                .then()
                .body("items", hasSize(33))
                .body("items.find { it.code == 'conf-int' }.labels.eng", containsString("Conflict of interest"));
    }

    @Test
    void hostile_xml_is_refused() {
        for (String file : List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<a>",
                "<a/>",
                "",
                "<CodeList/>",
                "<a>".repeat(10_000))) {
            JsonPath job = eforms.of(file);
            assertThat(job.getInt("accepted")).isZero();
        }
        Map<String, Object> nothing = dockets.of("").get("unmapped");
        assertThat(nothing).isEmpty();
    }
}
