package io.cumulo.companies.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.RealData;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RealFilesTest {

    private static final String MICROSOFT = "INR2EJN1ERAN0W5ZP974";

    private static final List<String> GLEIF = List.of(
            "lei_records/single_lei_record_" + MICROSOFT,
            "lei_records/managing-lou_" + MICROSOFT,
            "lei_records/direct-children_" + MICROSOFT,
            "lei_records/ultimate-children_" + MICROSOFT,
            "relationships/direct-child-relationships_" + MICROSOFT,
            "relationships/ultimate-child-relationships_" + MICROSOFT,
            "reporting_exceptions/direct-parent-reporting-exception_" + MICROSOFT,
            "reporting_exceptions/ultimate-parent-reporting-exception_" + MICROSOFT,
            "field_modifications/field_modifications_" + MICROSOFT,
            "isins/isins_" + MICROSOFT);

    @Test
    void gleif_is_imported_whole_and_twice_with_the_same_result() throws IOException {
        ArticleCompanies.record();
        for (String file : GLEIF) {
            JsonPath job = gleif(file);
            assertThat(job.getInt("rejected")).as(file).isZero();
            assertThat(job.getInt("accepted")).as(file).isPositive();
        }
        String export = given().get("/v1/companies/exports").asString();
        for (String file : GLEIF) {
            JsonPath job = gleif(file);
            assertThat(job.getInt("accepted")).as(file).isZero();
            assertThat(job.getInt("rejected")).as(file).isZero();
        }
        assertThat(given().get("/v1/companies/exports").asString()).isEqualTo(export);

        given().queryParam("identifier", "lei:" + MICROSOFT)
                .get("/v1/companies")
                .then()
                .body("items.id", is(List.of("microsoft")))
                .body("items[0].legalName", is("Microsoft Corporation"))
                .body("items[0].identifiers.scheme", hasItem("isin"));
        given().get("/v1/companies/microsoft/reporting-exceptions")
                .then()
                .body("items.reason", everyItem(is("non-consolidating")))
                .body("items.level", hasItem("ultimate"));
        List<String> parents = given().queryParam("limit", 500)
                .get("/v1/companies/microsoft/relationships")
                .path("items.findAll { it.type == 'parent-of' }.to");
        assertThat(parents).hasSize(12);
        given().queryParam("limit", 500)
                .get("/v1/companies/microsoft/events")
                .then()
                .body("items.title", hasItem("LEI record modified: NextRenewalDate"));
    }

    @Test
    void follow_the_money_is_imported_whole_and_what_has_no_place_is_counted() throws IOException {
        byte[] file = Files.readAllBytes(RealData.file("ftm/yente-parteispenden.entities.ftm.json"));
        JsonPath job = Import.of("ftm", file);
        assertThat(job.getInt("read")).isEqualTo(475);
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getInt("accepted")).isEqualTo(74);
        assertThat(job.<Map<String, Integer>>get("unmapped"))
                .containsEntry("Payment", 290)
                .containsEntry("Person", 22);
        JsonPath again = Import.of("ftm", file);
        assertThat(again.getInt("accepted")).isZero();
        given().queryParam("q", "Daimler").get("/v1/companies").then().body("items[0].legalName", is("Daimler AG"));
    }

    @Test
    void a_gleif_file_that_breaks_off_is_taken_as_far_as_it_goes() throws IOException {
        byte[] whole = Files.readAllBytes(RealData.file("gleif/" + GLEIF.get(2) + ".json"));
        String half = new String(whole, StandardCharsets.UTF_8).substring(0, whole.length / 2);
        JsonPath job = Import.of("gleif", half);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(job.getInt("accepted") + job.getInt("unchanged")).isPositive();
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .body("items[0].reason", org.hamcrest.Matchers.startsWith("the document can't be read further"));
    }

    private static JsonPath gleif(String file) throws IOException {
        return Import.of("gleif", Files.readAllBytes(RealData.file("gleif/" + file + ".json")));
    }
}
