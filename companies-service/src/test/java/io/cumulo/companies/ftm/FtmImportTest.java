package io.cumulo.companies.ftm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.cumulo.companies.exchange.Import;
import io.cumulo.companies.exchange.Leis;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Datasets of FollowTheMoney as others write them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FtmImportTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void links_go_in_wherever_in_the_file_they_stand() {
        String file = String.join(
                "\n",
                entity(
                        "own",
                        "Ownership",
                        "\"owner\":[\"%1$s-parent\"],\"asset\":[\"%1$s-child\"],\"percentage\":[\"51 %%\"]"),
                entity(
                        "dir",
                        "Directorship",
                        "\"director\":[\"%1$s-jane\"],\"organization\":[\"%1$s-parent\"],\"role\":[\"CEO\",\"Chair\"],"
                                + "\"startDate\":[\"2015-02-01T00:00:00\"]"),
                entity("suc", "Succession", "\"predecessor\":[\"%1$s-child\"],\"successor\":[\"%1$s-body\"]"),
                entity("jane", "Person", "\"name\":[\"Jane Roe %1$s\"]"),
                entity("parent", "Company", "\"name\":[\"Parent %1$s\"]"),
                entity("child", "LegalEntity", "\"name\":[\"Child %1$s\"]"),
                entity("body", "PublicBody", "\"name\":[\"Body %1$s\"]"));
        JsonPath job = Import.of("ftm", file);
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getInt("accepted")).isEqualTo(6);
        assertThat(job.getInt("read")).isEqualTo(7);
        given().get("/v1/companies/" + key("parent") + "/relationships")
                .then()
                .body("items.type", contains("parent-of"))
                .body("items.to", contains(key("child")))
                .body("items.percentage", contains(51));
        given().get("/v1/companies/" + key("parent") + "/roles")
                .then()
                .body("items.person", contains("Jane Roe " + run))
                .body("items.title", contains("CEO, Chair"))
                .body("items.validFrom", contains("2015-02-01"));
        given().get("/v1/companies/" + key("child") + "/relationships")
                .then()
                .body("items.type", contains("succeeded-by"));
        given().get("/v1/companies/" + key("body")).then().body("kind", is("public-body"));

        JsonPath again = Import.of("ftm", file);
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(7);
    }

    @Test
    void what_is_wrong_for_good_is_listed_once_and_with_its_own_line() {
        JsonPath job = Import.of(
                "ftm",
                "\uFEFF" + entity("own", "Ownership", "\"owner\":[\"nobody\"],\"asset\":[\"%1$s-b\"]") + "\r\n\r\n"
                        + entity("b", "Company", "\"name\":[\"B %1$s\"]") + "\r\n"
                        + "{\"id\":\"x\",\"schema\":\"Company\"}\r\n"
                        + entity("none", "Company", "\"country\":[\"de\"]") + "\r\n"
                        + entity("own2", "Ownership", "\"owner\":[\"%1$s-b\"]"));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(4);
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .body("items.line", contains(1, 4, 5, 6))
                .body("items.reason", hasItems("No company with the ftm nobody is recorded", "The entity has no name"));
    }

    @Test
    void an_organization_is_read_however_its_dataset_writes_it() {
        String lei = Leis.of(run);
        String line = "{\"id\":\"" + run + "-odd\",\"schema\":\"Company\",\"caption\":\"Caption " + run
                + "\",\"datasets\":[\"x\"],\"referents\":[],\"properties\":{\"alias\":\"Alone " + run
                + "\",\"country\":[\"suhh\",\"gb-sct\",\"eu\"],"
                + "\"website\":[\"not an address\",\"www.example.com/" + run
                + "\"],\"incorporationDate\":[\"1999-05-06T00:00:00\"],\"leiCode\":[\""
                + lei
                + "\"],\"cikCode\":[\"320193\"],\"topics\":[\"sanction\"],\"sourceUrl\":[\"http://bad address\"]}}";
        JsonPath job = Import.of("ftm", line);
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getMap("unmapped")).containsKeys("Company/topics", "Company/country/suhh", "Company/country/eu");
        given().get("/v1/companies/" + key("odd"))
                .then()
                .body("legalName", is("Caption " + run))
                .body("names.name", contains("Alone " + run))
                .body("country", is("GB"))
                .body("website", is("http://www.example.com/" + run))
                .body("foundedOn", is("1999-05-06"))
                .body("identifiers.value", hasItems(lei, "0000320193"))
                .body("sources[0].quote", is("Caption " + run));
    }

    @Test
    void a_company_that_is_known_by_its_lei_is_the_same_and_keeps_what_others_say() {
        String lei = Leis.of(run);
        Import.of(
                "ndjson",
                "{\"path\":\"/v1/companies/known-" + run
                        + "\",\"body\":{\"kind\":\"research-firm\",\"legalName\":\"Known " + run
                        + "\",\"identifiers\":[{\"scheme\":\"lei\",\"value\":\"" + lei
                        + "\"}],\"sector\":\"own words\",\"sources\":"
                        + io.cumulo.kit.testing.Write.SOURCES + "}}");
        String line = entity(
                "k",
                "Company",
                "\"name\":[\"Known Company %1$s\"],\"sector\":[\"theirs\"],\"leiCode\":[\"" + lei + "\"]");
        assertThat(Import.of("ftm", line).getInt("accepted")).isEqualTo(1);
        given().get("/v1/companies/known-" + run)
                .then()
                .body("kind", is("research-firm"))
                .body("legalName", is("Known " + run))
                .body("sector", is("own words"))
                .body("names.name", contains("Known Company " + run))
                .body("identifiers.scheme", contains("lei", "ftm"))
                .body("sources", hasSize(2));
        assertThat(Import.of("ftm", line).getInt("accepted")).isZero();
    }

    @Test
    void companies_of_one_name_stand_under_keys_of_their_own() {
        String lines = String.join(
                "\n",
                named("gb-coh-00000042", "Twin " + run),
                named("ie-cro-00000042", "Twin " + run),
                named("fr-rcs-00000042", "Twin " + run));
        assertThat(Import.of("ftm", lines).getInt("accepted")).isEqualTo(3);
        assertThat(Import.of("ftm", lines).getInt("unchanged")).isEqualTo(3);
        assertThat(List.of(
                        keyOf("gb-coh-00000042-" + run),
                        keyOf("ie-cro-00000042-" + run),
                        keyOf("fr-rcs-00000042-" + run)))
                .doesNotHaveDuplicates();
    }

    @Test
    void ids_that_differ_in_a_sign_only_are_different_facts() {
        String lines = String.join(
                "\n",
                entity("a", "Company", "\"name\":[\"A %1$s\"]"),
                entity("b", "Company", "\"name\":[\"B %1$s\"]"),
                entity("c", "Company", "\"name\":[\"C %1$s\"]"),
                entity("own.1", "Ownership", "\"owner\":[\"%1$s-a\"],\"asset\":[\"%1$s-b\"]"),
                entity("own-1", "Ownership", "\"owner\":[\"%1$s-a\"],\"asset\":[\"%1$s-c\"]"),
                entity("both", "Ownership", "\"owner\":[\"%1$s-b\"],\"asset\":[\"%1$s-c\",\"%1$s-a\"]"));
        JsonPath job = Import.of("ftm", lines);
        given().get("/v1/companies/" + key("a") + "/relationships").then().body("items", hasSize(2));
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .body("items.line", contains(6))
                .body("items[0].errors[0].detail", containsString("would close a ring"));
        given().get("/v1/companies/" + key("b") + "/relationships").then().body("items", hasSize(0));
    }

    @Test
    void what_people_own_is_counted() {
        JsonPath job = Import.of(
                "ftm",
                String.join(
                        "\n",
                        entity("own", "Ownership", "\"owner\":[\"%1$s-p\"],\"asset\":[\"%1$s-a\"]"),
                        entity("p", "Person", "\"name\":[\"Somebody\"]"),
                        entity("a", "Company", "\"name\":[\"A %1$s\"]"),
                        entity("t", "Spaceship", "\"name\":[\"A thing\"]")));
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getMap("unmapped").keySet()).contains("Ownership/owner/Person", "Spaceship");
    }

    private String named(String id, String name) {
        return "{\"id\":\"" + id + "-" + run + "\",\"schema\":\"Company\",\"properties\":{\"name\":[\"" + name
                + "\"]}}";
    }

    private String entity(String id, String schema, String properties) {
        return "{\"id\":\"" + run + "-" + id + "\",\"schema\":\"" + schema + "\",\"properties\":{"
                + properties.formatted(run) + "}}";
    }

    private String key(String id) {
        return keyOf(run + "-" + id);
    }

    private static String keyOf(String id) {
        List<String> keys = given().queryParam("identifier", "ftm:" + id)
                .get("/v1/companies")
                .path("items.id");
        assertThat(keys).hasSize(1);
        return keys.get(0);
    }
}
