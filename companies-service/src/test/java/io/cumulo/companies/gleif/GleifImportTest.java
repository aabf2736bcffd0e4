package io.cumulo.companies.gleif;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.companies.exchange.Import;
import io.cumulo.companies.exchange.Leis;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers of the GLEIF API, version 1, as they come: whole, with nulls, of entities that ended, changed or were never told of. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GleifImportTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String lei = Leis.of("a" + run);
    private final String other = Leis.of("b" + run);

    @Test
    void an_entity_that_ended_stays_findable_and_says_when_it_ended_and_who_came_after_it() {
        String file = document(
                record(
                        lei,
                        "Ended " + run + " AG",
                        "\"status\":\"INACTIVE\",\"expiration\":{\"date\":\"2019-06-30T00:00:00Z\",\"reason\":\"CORPORATE_ACTION\"},"
                                + "\"successorEntity\":{\"lei\":\"" + other
                                + "\",\"name\":\"X\"},\"successorEntities\":[{\"lei\":\"" + other
                                + "\",\"name\":\"X\"}]"),
                record(other, "After " + run + " AG", "\"status\":\"ACTIVE\""));
        assertThat(Import.of("gleif", file).getInt("rejected")).isZero();
        String ended = key(lei);
        given().get("/v1/companies/" + ended + "/events")
                .then()
                .body("items.on", contains("2019-06-30"))
                .body("items[0].description", containsString("CORPORATE_ACTION"));
        given().get("/v1/companies/" + ended + "/relationships")
                .then()
                .body("items.type", contains("succeeded-by"))
                .body("items.to", contains(key(other)));

        JsonPath again = Import.of("gleif", file);
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("rejected")).isZero();
    }

    @Test
    void a_successor_that_nobody_told_of_is_listed_and_the_record_goes_in() {
        JsonPath job = Import.of(
                "gleif",
                document(record(
                        lei, "Ended " + run, "\"successorEntities\":[{\"lei\":\"" + other + "\",\"name\":\"X\"}]")));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        rejections(job).body("items.reason", contains("No company with the lei " + other + " is recorded"));
    }

    @Test
    void a_record_that_an_editor_took_back_isnt_recorded_under_another_key() {
        String file = document(record(lei, "Taken Back " + run, "\"status\":\"ACTIVE\""));
        Import.of("gleif", file);
        Write.post("/v1/companies/" + key(lei) + "/retraction", "{\"reason\":\"invented\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(200);
        JsonPath again = Import.of("gleif", file);
        assertThat(again.getInt("rejected")).isEqualTo(1);
        rejections(again).body("items.reason", contains("It was retracted; an editor may assert it again"));
        given().queryParam("identifier", "lei:" + lei)
                .get("/v1/companies")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void a_company_that_only_gleif_knows_takes_its_new_name_and_keeps_the_old_one_as_former() {
        Import.of("gleif", document(record(lei, "Old " + run + " AG", "\"status\":\"ACTIVE\"")));
        Import.of("gleif", document(record(lei, "New " + run + " SE", "\"status\":\"ACTIVE\"")));
        given().get("/v1/companies/" + key(lei))
                .then()
                .body("legalName", is("New " + run + " SE"))
                .body("names.name", contains("Old " + run + " AG"))
                .body("names.type", contains("former"));
    }

    @Test
    void names_in_other_languages_are_kept_and_nulls_are_nothing() {
        String names = "\"otherNames\":[{\"name\":\"旧社名" + run
                + "\",\"language\":\"ja\",\"type\":\"PREVIOUS_LEGAL_NAME\"},{\"name\":null,\"language\":null,\"type\":null},null],"
                + "\"transliteratedOtherNames\":[{\"name\":\"KYU SHAMEI " + run
                + "\",\"language\":\"not told\",\"type\":\"AUTO_ASCII_TRANSLITERATED_LEGAL_NAME\"}],"
                + "\"expiration\":null,\"successorEntity\":null,\"successorEntities\":null,\"creationDate\":null,"
                + "\"legalAddress\":{\"country\":\"XK\"}";
        JsonPath job = Import.of("gleif", document(record(lei, "株式会社" + run, names)));
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getMap("unmapped")).containsKey("lei-records/entity/legalAddress/country/XK");
        given().get("/v1/companies/" + key(lei))
                .then()
                .body("legalName", is("株式会社" + run))
                .body("country", nullValue())
                .body("foundedOn", nullValue())
                .body("names.type", contains("former", "transliterated"))
                .body("names.language", contains("ja", null));
        given().queryParam("q", "旧社名" + run).get("/v1/companies").then().body("items[0].id", is(key(lei)));
    }

    @Test
    void an_element_without_what_it_is_about_is_listed_alone() {
        JsonPath job = Import.of(
                "gleif",
                document(
                        record(lei, "Whole " + run, "\"status\":\"ACTIVE\""),
                        record("INR2EJN1ERAN0W5ZP975", "Wrong Check " + run, "\"status\":\"ACTIVE\""),
                        "{\"type\":\"lei-records\",\"attributes\":{\"lei\":null,\"entity\":null}}",
                        "{\"type\":\"lei-records\",\"attributes\":{\"lei\":\"" + other
                                + "\",\"entity\":{\"legalName\":{\"name\":null}}}}",
                        "{\"type\":\"reporting-exceptions\",\"attributes\":{\"lei\":\"" + lei
                                + "\",\"category\":\"SIDEWAYS\",\"reason\":\"NO_LEI\"}}",
                        "{\"type\":\"field-modifications\",\"id\":\"x\",\"attributes\":{\"lei\":\"" + lei
                                + "\",\"field\":null,\"date\":null}}",
                        "{\"type\":\"isins\",\"attributes\":{\"lei\":null,\"isin\":\"US0231351067\"}}",
                        "17",
                        "{}"));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        rejections(job)
                .body("items", hasSize(8))
                .body("items.reason", not(hasItem(containsString("null"))))
                .body(
                        "items.reason",
                        hasItems(
                                "The element has no lei",
                                "The element has no name",
                                "No category of reporting exceptions: SIDEWAYS"));
    }

    @Test
    void pages_one_after_another_and_what_they_include_are_one_file() {
        String first = document(record(lei, "Page One " + run, "\"status\":\"ACTIVE\""));
        String second = "{\"meta\":{},\"data\":" + relationship("IS_DIRECTLY_CONSOLIDATED_BY", lei, other, "")
                + ",\"included\":[" + record(other, "Included " + run, "\"status\":\"ACTIVE\"") + "]}";
        JsonPath job = Import.of("gleif", first + "\n" + second + "\n{\"data\":null}\n{\"data\":[]}");
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getInt("accepted")).isEqualTo(3);
        assertThat(job.getInt("read")).isEqualTo(job.getInt("received"));
        given().get("/v1/companies/" + key(other) + "/relationships")
                .then()
                .body("items.to", contains(key(lei)))
                .body("items.type", contains("parent-of"));
    }

    @Test
    void a_relationship_tells_its_share_its_period_and_where_gleif_says_so() {
        companies();
        String file = document(
                relationship(
                        "IS_DIRECTLY_CONSOLIDATED_BY",
                        lei,
                        other,
                        ",\"status\":\"INACTIVE\",\"periods\":[{\"startDate\":\"2014-02-01T00:00:00Z\",\"endDate\":null,\"type\":\"RELATIONSHIP_PERIOD\"},"
                                + "{\"startDate\":\"2019-01-01T00:00:00Z\",\"endDate\":\"2019-12-31T00:00:00Z\",\"type\":\"ACCOUNTING_PERIOD\"}],"
                                + "\"quantifiers\":[{\"measurementMethod\":\"ACCOUNTING_CONSOLIDATION\",\"quantifierAmount\":\"100.00\",\"quantifierUnits\":\"PERCENTAGE\"}]"));
        assertThat(Import.of("gleif", file).getInt("accepted")).isEqualTo(1);
        given().queryParam("asOf", "2018-05-01")
                .get("/v1/companies/" + key(other) + "/relationships")
                .then()
                .body("items.validFrom", contains("2014-02-01"))
                .body("items.validTo", contains("2023-06-02"))
                .body("items.percentage", contains(100))
                .body("items[0].sources[0].url", endsWith("/record/" + lei));
        given().get("/v1/companies/" + key(other) + "/relationships").then().body("items", hasSize(0));
    }

    @Test
    void a_branch_is_a_unit_of_its_head_and_funds_are_counted() {
        companies();
        JsonPath job = Import.of(
                "gleif",
                document(
                        relationship("IS_INTERNATIONAL_BRANCH_OF", lei, other, ""),
                        relationship("IS_FUND-MANAGED_BY", lei, other, "")));
        assertThat(job.getMap("unmapped")).containsKey("relationship-records/IS_FUND-MANAGED_BY");
        given().get("/v1/companies/" + key(lei) + "/relationships")
                .then()
                .body("items.type", contains("unit-of"))
                .body("items.to", contains(key(other)));
    }

    @Test
    void a_reporting_exception_is_told_in_its_older_and_its_newer_shape() {
        companies();
        assertThat(Import.of(
                                "gleif",
                                document(
                                        exception(
                                                lei,
                                                "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT",
                                                "[\"NO_KNOWN_PERSON\",\"NON_CONSOLIDATING\"]",
                                                "[\"Art. 1\",\"Art. 2\"]",
                                                "null"),
                                        exception(
                                                lei,
                                                "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT",
                                                "\"NATURAL_PERSONS\"",
                                                "null",
                                                "\"2020-01-31T10:00:00Z\"")))
                        .getInt("accepted"))
                .isEqualTo(2);
        given().get("/v1/companies/" + key(lei) + "/reporting-exceptions")
                .then()
                .body("items.level", contains("direct", "ultimate"))
                .body("items.reason", contains("no-known-person", "natural-persons"))
                .body("items.reference", contains("Art. 1; Art. 2", null))
                .body("items.validFrom", contains(null, "2020-01-31"));
    }

    @Test
    void field_modifications_give_the_profile_back_its_earlier_names() {
        Import.of("gleif", document(record(lei, "Third " + run, "\"status\":\"ACTIVE\"")));
        String file = document(
                modification("m3", "2021-05-01", "Entity/lei:LegalName", "Second " + run, "THIRD " + run),
                modification("m2", "2020-02-01", "Registration/lei:RegistrationStatus", "LAPSED", "ISSUED"),
                modification("m1", "2015-03-01", "Entity/lei:LegalName", "First " + run, "Second " + run));
        assertThat(Import.of("gleif", file).getInt("accepted")).isEqualTo(3);
        assertThat(nameOn("2014-12-31")).isEqualTo("First " + run);
        assertThat(nameOn("2015-03-01")).isEqualTo("Second " + run);
        assertThat(nameOn("2021-04-30")).isEqualTo("Second " + run);
        assertThat(nameOn("2021-05-01")).isEqualTo("Third " + run);
        given().get("/v1/companies/" + key(lei) + "/events").then().body("items.on", hasItem("2020-02-01"));
        given().get("/v1/companies/" + key(lei) + "/history")
                .then()
                .body(
                        "items.collect { it.changed }.flatten().findAll { it.member == 'legalName' }.to",
                        hasItem("Second " + run));

        JsonPath again = Import.of("gleif", file);
        assertThat(again.getInt("accepted")).isZero();
        JsonPath record = Import.of("gleif", document(record(lei, "Third " + run, "\"status\":\"ACTIVE\"")));
        assertThat(record.getInt("accepted")).isZero();
    }

    @Test
    void an_error_of_the_api_is_no_file() {
        JsonPath job = Import.of("gleif", "{\"errors\":[{\"status\":\"404\",\"title\":\"Not Found\"}]}");
        assertThat(job.getInt("accepted")).isZero();
        rejections(job).body("items.reason", contains("the document has no member data or included"));
        rejections(Import.of("gleif", "<html>gateway timeout</html>")).body("items", hasSize(1));
        rejections(Import.of("gleif", "[]")).body("items.reason", not(hasItem("")));
    }

    private void companies() {
        Import.of(
                "gleif",
                document(
                        record(lei, "One " + run, "\"status\":\"ACTIVE\""),
                        record(other, "Two " + run, "\"status\":\"ACTIVE\"")));
    }

    private String nameOn(String day) {
        return given().queryParam("asOf", day).get("/v1/companies/" + key(lei)).path("legalName");
    }

    private static String key(String lei) {
        List<String> keys = given().queryParam("identifier", "lei:" + lei)
                .get("/v1/companies")
                .path("items.id");
        assertThat(keys).hasSize(1);
        return keys.get(0);
    }

    private static io.restassured.response.ValidatableResponse rejections(JsonPath job) {
        return given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then();
    }

    private static String document(String... elements) {
        return "{\"meta\":{},\"data\":[" + String.join(",\n", elements) + "]}";
    }

    private static String record(String lei, String name, String more) {
        return "{\"type\":\"lei-records\",\"id\":\"" + lei + "\",\"attributes\":{\"lei\":\"" + lei
                + "\",\"entity\":{\"legalName\":{\"name\":\"" + name + "\",\"language\":\"de\"}," + more
                + "},\"registration\":{\"lastUpdateDate\":null},\"bic\":null,\"ocid\":null}}";
    }

    private static String relationship(String type, String start, String end, String more) {
        return "{\"type\":\"relationship-records\",\"id\":\"r\",\"attributes\":{\"relationship\":{\"startNode\":{\"id\":\""
                + start
                + "\",\"type\":\"LEI\"},\"endNode\":{\"id\":\"" + end + "\",\"type\":\"LEI\"},\"type\":\"" + type + "\""
                + more
                + "},\"registration\":{\"lastUpdateDate\":\"2023-06-02T00:10:55Z\",\"status\":\"PUBLISHED\"},\"extension\":{\"deletedAt\":null}}}";
    }

    private static String exception(String lei, String category, String reason, String reference, String validFrom) {
        return "{\"type\":\"reporting-exceptions\",\"id\":\"e\",\"attributes\":{\"lei\":\"" + lei + "\",\"category\":\""
                + category + "\",\"reason\":" + reason + ",\"reference\":" + reference + ",\"validFrom\":" + validFrom
                + ",\"validTo\":null}}";
    }

    private String modification(String id, String day, String field, String before, String after) {
        return "{\"type\":\"field-modifications\",\"id\":\"" + id + "-" + run + "\",\"attributes\":{\"lei\":\"" + lei
                + "\",\"recordType\":\"LEI\",\"modificationType\":\"UPDATE\",\"field\":\"/lei:LEIData/lei:LEIRecords/lei:LEIRecord/lei:"
                + field + "\",\"date\":\"" + day + "T00:00:00Z\",\"valueOld\":\"" + before + "\",\"valueNew\":\""
                + after + "\"}}";
    }
}
