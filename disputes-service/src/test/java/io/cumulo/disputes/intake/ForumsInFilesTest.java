package io.cumulo.disputes.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class ForumsInFilesTest {

    private static final String SOURCES = Write.SOURCES;

    private final Import dockets = Import.disputes("docket");
    private final String number = UUID.randomUUID().toString().substring(0, 8);

    private String docket(String court, String caption, String entry) {
        return """
                {"docket_entries":[{"date_filed":"2020-01-03","document_number":1,"description":"COMPLAINT against X"},
                  {"date_filed":"2020-01-04","document_number":2,"description":"%s"}],
                 "case_name":"%s","court_id":"%s","docket_number":"1:20-cv-%s","parties":[]}""".formatted(entry, caption, court, number);
    }

    @Test
    void a_forum_that_is_no_known_company_is_stated_by_name() {
        dockets.whole(Import.utf8(docket("unknown", "A v. B", "ORDER")));

        String dispute = "/v1/disputes/unknown-1-20-cv-" + number;
        given().get(dispute)
                .then()
                .statusCode(200)
                .body("forum", nullValue())
                .body("statedForum.name", equalTo("U.S. court unknown"))
                .body("state.phase", equalTo("pending"));
        given().queryParam("forumName", "U.S. court unknown")
                .queryParam("docketNumber", "1:20-cv-" + number)
                .get("/v1/disputes")
                .then()
                .body("items", hasSize(1));
        given().queryParam("q", "\"U.S. court unknown\"")
                .queryParam("docketNumber", "1:20-cv-" + number)
                .get("/v1/disputes")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void a_forum_that_is_a_known_company_is_named_and_stated() {
        dockets.whole(Import.utf8(docket("txwd", "A v. B", "ORDER")));

        given().get("/v1/disputes/txwd-1-20-cv-" + number)
                .then()
                .body("forum", equalTo("us-district-court-for-the-western-district-of-texas"))
                .body("statedForum.name", equalTo("U.S. District Court for the Western District of Texas"));
    }

    @Test
    void what_an_editor_has_set_right_survives_the_next_copy_of_the_docket() {
        String contract = "files-" + number;
        Write.put("/v1/contracts/" + contract, """
                {"title":"Cloud","buyer":"us-army","stage":"award","suppliers":[],"sources":%s}""".formatted(SOURCES)).send().statusCode(201);
        dockets.whole(Import.utf8(docket("uscfc", "A v. B", "ORDER granting the motion")));
        String dispute = "/v1/disputes/uscfc-1-20-cv-" + number;
        correct(
                dispute,
                "{\"title\":\"A Inc. v. United States\",\"kind\":\"bid-protest\",\"forum\":\"us-court-of-federal-claims\","
                        + "\"docketNumber\":\"1:20-cv-" + number + "\",\"contract\":\"" + contract + "\",\"sources\":"
                        + SOURCES + "}");
        correct(
                dispute + "/docket/ecf-2",
                "{\"kind\":\"injunction-granted\",\"on\":\"2020-01-04\",\"number\":\"2\",\"text\":\"ORDER granting the motion\",\"sources\":"
                        + SOURCES + "}");

        JsonPath again = dockets.whole(Import.utf8(docket("uscfc", "A v. B", "ORDER granting the motion")));
        assertThat(again.getInt("accepted")).isZero();
        given().get(dispute)
                .then()
                .body("title", equalTo("A Inc. v. United States"))
                .body("contract", equalTo(contract));
        given().get("/v1/contracts/" + contract).then().body("suspensions.from", contains("2020-01-04"));

        dockets.whole(Import.utf8(docket("uscfc", "A v. C", "ORDER granting the motion")));
        given().get(dispute).then().body("title", equalTo("A v. C")).body("contract", equalTo(contract));
        given().get(dispute + "/docket").then().body("items.kind", hasItem("injunction-granted"));
    }

    private static void correct(String path, String body) {
        Write write = Write.put(path, body);
        write.sendIfMatch(given().get(path).getHeader("ETag")).statusCode(200);
    }
}
