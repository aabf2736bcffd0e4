package io.cumulo.companies.exchange;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void good_lines_go_in_and_each_wrong_one_is_listed_with_its_reason() {
        JsonPath job = Import.of(
                "ndjson",
                String.join(
                        "\n",
                        company("good-one", "\"Good One\""),
                        "{\"path\": ",
                        company(
                                "wrong-lei",
                                "\"Wrong Lei\",\"identifiers\":[{\"scheme\":\"lei\",\"value\":\"INR2EJN1ERAN0W5ZP975\"}]"),
                        "",
                        company("good-two", "\"Good Two\""),
                        line("/v1/planets/earth", "{}"),
                        line(
                                path("nobody") + "/roles/ceo",
                                "{\"person\":\"A\",\"title\":\"CEO\",\"sources\":" + SOURCES + "}"),
                        "{\"path\":\"/v1/companies/cut-off\",\"bo"));
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("received")).isEqualTo(7);
        assertThat(job.getInt("read")).isEqualTo(7);
        assertThat(job.getInt("accepted")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isEqualTo(5);
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .statusCode(200)
                .body("items.line", contains(2, 3, 6, 7, 8))
                .body("items[1].errors[0].pointer", containsString("/identifiers/0"))
                .body("items[1].excerpt", containsString("wrong-lei"));
        given().get(path("good-two")).then().statusCode(200);
        given().get(path("wrong-lei")).then().statusCode(404);
    }

    @Test
    void what_our_own_code_stumbles_over_is_listed_and_keeps_nothing_else_out() {
        String handedIn = given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/octet-stream")
                .queryParam("format", "faulty")
                .body("sound\nfaulty\nsound".getBytes(StandardCharsets.UTF_8))
                .post(FaultyFormat.Imported.PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        JsonPath job = Import.finished(handedIn);
        assertThat(job.getInt("accepted")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(job.getString("state")).isEqualTo("done");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String file = Stream.concat(
                        IntStream.range(0, 250)
                                .mapToObj(number -> company("same-" + number, "\"Same " + number + "\"")),
                        Stream.of(line(
                                path("same-1") + "/roles/ceo",
                                "{\"person\":\"A. Person\",\"title\":\"CEO\",\"sources\":" + SOURCES + "}")))
                .collect(Collectors.joining("\n"));
        assertThat(Import.of("ndjson", file).getInt("accepted")).isEqualTo(251);
        JsonPath again = Import.of("ndjson", file);
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(251);
        given().get(path("same-1") + "/history").then().body("items.size()", is(1));
    }

    @Test
    void one_company_twice_in_a_file_has_two_versions() {
        JsonPath job = Import.of(
                "ndjson", company("twice", "\"First Name\"") + "\n" + company("twice", "\"Second Name\"") + "\n");
        assertThat(job.getInt("accepted")).isEqualTo(2);
        given().get(path("twice")).then().body("legalName", is("Second Name"));
    }

    @Test
    void a_line_in_another_encoding_is_refused_alone() {
        byte[] latin = company("latin", "\"Peña Hermanos\"").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf8 = ("\n" + company("utf", "\"Peña Hijos\"")).getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[latin.length + utf8.length];
        System.arraycopy(latin, 0, file, 0, latin.length);
        System.arraycopy(utf8, 0, file, latin.length, utf8.length);
        JsonPath job = Import.of("ndjson", file);
        assertThat(job.getInt("accepted")).isEqualTo(1);
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .body("items.reason", contains("the line isn't UTF-8"));
        given().get(path("utf")).then().body("legalName", is("Peña Hijos"));
    }

    @Test
    void a_ring_of_parents_is_refused_where_it_would_close() {
        String file = Stream.concat(
                        Stream.of("a", "b", "c").map(key -> company("ring-" + key, "\"Ring " + key + "\"")),
                        Stream.of(parent("a", "b"), parent("b", "c"), parent("c", "a")))
                .collect(Collectors.joining("\n"));
        JsonPath job = Import.of("ndjson", file);
        assertThat(job.getInt("accepted")).isEqualTo(5);
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .body("items[0].errors[0].detail", containsString("would close a ring of parents and units: "));
    }

    @Test
    void parents_that_take_turns_form_no_ring() {
        Import.of("ndjson", company("turn-a", "\"Turn A\"") + "\n" + company("turn-b", "\"Turn B\""));
        related("turn-a", "turn-b", "1990", "1999-12-31").statusCode(201);
        related("turn-b", "turn-a", "2000", "2009").statusCode(201);
        related("turn-b", "turn-a", "1999-06", "2001").statusCode(422);
    }

    @Test
    void what_an_editor_took_back_isnt_asserted_again_by_a_file() {
        String line = company("taken-back", "\"Taken Back\"");
        Import.of("ndjson", line);
        Write.post(path("taken-back") + "/retraction", "{\"reason\":\"invented\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(200);
        assertThat(Import.of("ndjson", line).getInt("rejected")).isEqualTo(1);
    }

    @Test
    void an_export_of_everything_imported_again_changes_nothing_and_is_the_same() {
        ArticleCompanies.record();
        Write.put(
                        "/v1/companies/amazon/roles/" + run,
                        "{\"person\":\"Andy Jassy\",\"title\":\"CEO\",\"at\":\"amazon-web-services\",\"validFrom\":\"2016-04\",\"sources\":"
                                + SOURCES + "}")
                .send()
                .statusCode(201);
        String export = given().get("/v1/companies/exports")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(export).contains("/v1/companies/amazon/roles/" + run);
        JsonPath job = Import.of("ndjson", export);
        assertThat(job.getInt("accepted")).isZero();
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getInt("unchanged")).isGreaterThan(27);
        assertThat(given().get("/v1/companies/exports").asString()).isEqualTo(export);
    }

    @Test
    void a_list_of_companies_can_be_imported_as_it_is() {
        Import.of("ndjson", company("listed", "\"Listed Company\""));
        String list =
                given().accept("application/x-ndjson").get("/v1/companies").asString();
        JsonPath job = Import.of("ndjson", list);
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.getInt("accepted")).isZero();
    }

    @Test
    void a_job_is_no_use_to_those_who_may_not_write_or_name_no_format() {
        given().contentType("application/octet-stream")
                .queryParam("format", "ndjson")
                .body(new byte[] {1})
                .post("/v1/companies/imports")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.reader())
                .contentType("application/octet-stream")
                .queryParam("format", "ndjson")
                .body(new byte[] {1})
                .post("/v1/companies/imports")
                .then()
                .statusCode(403);
        Import.send("xls", new byte[] {1})
                .then()
                .statusCode(400)
                .body("errors[0].detail", is("must be one of ftm, gleif, ndjson"));
        given().get("/v1/companies/imports/nonsense").then().statusCode(404);
        given().get("/v1/companies/imports/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void jobs_are_listed_the_newest_first() {
        String first = Import.of("ndjson", company("job-one", "\"Job One\"")).getString("id");
        String second = Import.of("ndjson", company("job-two", "\"Job Two\"")).getString("id");
        List<String> ids = given().get("/v1/companies/imports")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(ids.indexOf(second)).isLessThan(ids.indexOf(first)).isNotNegative();
        given().queryParam("limit", 1)
                .get("/v1/companies/imports")
                .then()
                .header("Link", endsWith("; rel=\"next\""))
                .body("items.id", contains(second))
                .body("next", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void what_names_something_further_down_in_the_file_goes_in() {
        String file = String.join(
                "\n",
                parent("a", "b"),
                company("ring-a", "\"Ring A\""),
                company("ring-b", "\"Ring B\""),
                parent("a", "gone"));
        JsonPath job = Import.of("ndjson", file);
        assertThat(job.getInt("accepted")).isEqualTo(3);
        assertThat(job.getInt("read")).isEqualTo(4);
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .body("items.number", contains(4))
                .body("items.line", contains(4))
                .body("items[0].errors[0].detail", containsString("no company ring-gone-" + run + " is recorded"));
        assertThat(Import.of("ndjson", file).getInt("accepted")).isZero();
    }

    @Test
    void a_packed_file_is_unpacked() throws IOException {
        byte[] packed = packed(company("packed", "\"Packed\""));
        assertThat(Import.of("ndjson", packed).getInt("accepted")).isEqualTo(1);
        given().get(path("packed")).then().statusCode(200);
        Import.send("ndjson", Arrays.copyOf(packed, packed.length / 2))
                .then()
                .statusCode(400)
                .body("detail", containsString("can't be unpacked"));
    }

    @Test
    void a_file_may_be_told_to_be_packed_with_gzip_and_with_nothing_else() throws IOException {
        byte[] packed = packed(company("told-packed", "\"Told Packed\""));
        sendCoded("gzip", packed).then().statusCode(202);
        sendCoded("br", packed)
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "gzip, x-gzip, identity")
                .body("type", is("urn:cumulo:problem:unsupported-media-type"));
    }

    private static Response sendCoded(String coding, byte[] file) {
        return given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/octet-stream")
                .header("Content-Encoding", coding)
                .queryParam("format", "ndjson")
                .body(file)
                .post("/v1/companies/imports");
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void an_empty_file_is_done_at_once() {
        JsonPath job = Import.of("ndjson", new byte[0]);
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("read")).isZero();
    }

    @Test
    void a_file_larger_than_an_ordinary_body_is_taken() {
        String padding = "x".repeat(3_000);
        String file = IntStream.range(0, 1_000)
                .mapToObj(number -> "{\"padding\":\"" + padding + number + "\"}")
                .collect(Collectors.joining("\n"));
        JsonPath job = Import.of("ndjson", file);
        assertThat(job.getInt("rejected")).isEqualTo(1_000);
        given().get("/v1/companies/imports/" + job.getString("id") + "/rejections")
                .then()
                .body("items.reason", hasItem("The line has neither a path and a body nor the id of a company"));
    }

    private String path(String key) {
        return "/v1/companies/" + key + "-" + run;
    }

    private String company(String key, String name) {
        return line(path(key), "{\"kind\":\"company\",\"legalName\":" + name + ",\"sources\":" + SOURCES + "}");
    }

    private String parent(String parent, String child) {
        return line(
                path("ring-" + parent) + "/relationships/of",
                "{\"type\":\"parent-of\",\"to\":\"ring-" + child + "-" + run + "\",\"sources\":" + SOURCES + "}");
    }

    private io.restassured.response.ValidatableResponse related(String parent, String child, String from, String to) {
        return Write.post(
                        path(parent) + "/relationships",
                        "{\"type\":\"parent-of\",\"to\":\"" + child + "-" + run + "\",\"validFrom\":\"" + from
                                + "\",\"validTo\":\"" + to + "\",\"sources\":" + SOURCES + "}")
                .send();
    }

    private static String line(String path, String body) {
        return "{\"path\":\"" + path + "\",\"body\":" + body + "}";
    }
}
