package io.cumulo.investments.spending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cumulo.investments.Import;
import io.cumulo.investments.MadeUpCursor;
import io.cumulo.investments.rates.EcbRates;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.RealData;
import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class SpendingTest {

    private static final String PROPERTY = "PaymentsToAcquirePropertyPlantAndEquipment";
    private static final String PRODUCTIVE = "PaymentsToAcquireProductiveAssets";

    private final long cik = ThreadLocalRandom.current().nextLong(1_000_000, 99_000_000);
    private final String company = "identified-" + String.format("%010d", cik);

    private String file(String facts) {
        return "{\"cik\":" + cik + ",\"entityName\":\"EXAMPLE, INC.\",\"facts\":" + facts + "}";
    }

    private static String tag(String tag, String... figures) {
        return "\"" + tag + "\":{\"label\":null,\"description\":\"x\",\"units\":{\"USD\":[" + String.join(",", figures)
                + "]}}";
    }

    private static String figure(String from, String to, String value, String form, String filed) {
        return "{\"start\":\"" + from + "\",\"end\":\"" + to + "\",\"val\":" + value + ",\"accn\":\"0001018724-"
                + filed.substring(2, 4) + "-00" + filed.substring(5, 7) + filed.substring(8) + "\",\"fy\":"
                + filed.substring(0, 4) + ",\"fp\":\"FY\",\"form\":\"" + form + "\",\"filed\":\"" + filed
                + "\",\"frame\":\"CY2021\"}";
    }

    private static JsonPath imported(String file) {
        return Import.of("/v1/spending", "sec-companyfacts", file);
    }

    private ValidatableResponse spending(String... parameters) {
        var request = given().queryParam("company", company);
        for (int at = 0; at < parameters.length; at += 2) {
            request.queryParam(parameters[at], parameters[at + 1]);
        }
        return request.get("/v1/spending").then().statusCode(200);
    }

    @Test
    void a_figure_is_taken_with_its_filing_and_every_other_tag_is_counted() {
        String file = file("{\"dei\":{" + tag("EntityPublicFloat", "{\"end\":\"2021-06-30\",\"val\":1}")
                + "},\"us-gaap\":{"
                + tag(PROPERTY, figure("2021-01-01", "2021-12-31", "61053000000", "10-K", "2022-02-04")) + ","
                + tag("Assets", "{\"end\":\"2021-12-31\",\"val\":1}", "{\"end\":\"2020-12-31\",\"val\":2}") + "}}");
        JsonPath job = imported(file);
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isZero();
        assertThat(job.<Map<String, Integer>>get("unmapped"))
                .containsEntry("us-gaap/Assets", 2)
                .containsEntry("dei/EntityPublicFloat", 1);
        spending()
                .body("items", hasSize(1))
                .body("items[0].company", is(company))
                .body("items[0].amount.amount", is("61053000000.00"))
                .body("items[0].span", is("year"))
                .body("items[0].year", is(2021))
                .body("items[0].form", is("10-K"))
                .body("items[0].sources[0].publisher", is("U.S. Securities and Exchange Commission"))
                .body("items[0].sources[0].title", startsWith("EXAMPLE, INC., form 10-K"))
                .body("items[0].sources[0].url", startsWith("https://www.sec.gov/Archives/edgar/data/" + cik + "/"))
                .body("items[0].earlier", empty());
        JsonPath again = imported(file);
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(2);
    }

    @Test
    void an_amendment_replaces_what_was_filed_before_and_deletes_nothing() {
        imported(file("{\"us-gaap\":{"
                + tag(
                        PROPERTY,
                        figure("2021-01-01", "2021-12-31", "100", "10-K", "2022-02-04"),
                        figure("2021-01-01", "2021-12-31", "90", "10-K/A", "2022-05-04"))
                + "}}"));
        spending("year", "2021")
                .body("items.amount.amount", contains("90.00"))
                .body("items.form", contains("10-K/A"))
                .body("items[0].earlier.amount.amount", contains("100.00"))
                .body("items[0].earlier.form", contains("10-K"));
        spending("asOf", "2022-03-01")
                .body("items.amount.amount", contains("100.00"))
                .body("items[0].earlier", empty());
        spending("asOf", "2022-01-01").body("items", empty());
        Instant before = Instant.now();
        imported(file("{\"us-gaap\":{" + tag(PROPERTY, figure("2021-01-01", "2021-12-31", "95", "10-K", "2023-02-03"))
                + "}}"));
        spending().body("items.amount.amount", contains("95.00")).body("items[0].earlier", hasSize(2));
        spending("knownAt", before.toString()).body("items.amount.amount", contains("90.00"));
    }

    @Test
    void where_the_usual_tag_is_missing_the_next_one_is_taken_and_says_so() {
        imported(file("{\"us-gaap\":{"
                + tag(
                        PRODUCTIVE,
                        figure("2020-01-01", "2020-12-31", "7", "10-K", "2022-02-04"),
                        figure("2021-01-01", "2021-12-31", "8", "10-K", "2022-02-04"))
                + ","
                + tag(PROPERTY, figure("2021-01-01", "2021-12-31", "5", "10-K", "2022-02-04")) + "}}"));
        spending()
                .body("items.amount.amount", contains("7.00", "5.00"))
                .body("items.tag", contains(PRODUCTIVE, PROPERTY))
                .body("items[1].earlier.tag", contains(PRODUCTIVE));
    }

    @Test
    void quarters_and_years_are_never_mixed() {
        imported(file("{\"us-gaap\":{"
                + tag(
                        PROPERTY,
                        figure("2021-01-01", "2021-03-31", "1", "10-Q", "2021-05-04"),
                        figure("2021-01-01", "2021-06-30", "2", "10-Q", "2021-08-04"),
                        figure("2021-01-01", "2021-09-30", "3", "10-Q", "2021-11-04"),
                        figure("2020-12-27", "2021-12-26", "4", "10-K", "2022-02-04"),
                        figure("2021-01-01", "2021-01-31", "5", "10-KT", "2022-02-04"))
                + "}}"));
        spending().body("items.amount.amount", contains("4.00"));
        spending("span", "quarter").body("items.amount.amount", contains("1.00"));
        spending("span", "half-year").body("items.amount.amount", contains("2.00"));
        spending("span", "nine-months").body("items.amount.amount", contains("3.00"));
        spending("span", "other").body("items.amount.amount", contains("5.00"));
        spending("year", "1999").body("items", empty());
    }

    @Test
    void a_wrong_figure_is_refused_alone() {
        JsonPath job = imported(file("{\"us-gaap\":{"
                + tag(
                        PROPERTY,
                        figure("2021-01-01", "2021-12-31", "1", "10-K", "2022-02-04"),
                        "{\"end\":\"2021-12-31\",\"val\":\"much\",\"accn\":\"1\",\"form\":\"10-K\",\"filed\":\"2022\"}",
                        "7",
                        figure("2021-12-31", "2021-01-01", "1.001", "10-K", "2022-02-04"))
                + ",\"" + PRODUCTIVE + "\":{\"units\":{\"USD/shares\":["
                + figure("2021-01-01", "2021-12-31", "1", "10-K", "2022-02-04") + "]}}}}"));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(4);
        JsonPath rejections = Import.rejections("/v1/spending", job);
        assertThat(rejections.getList("items[0].errors.pointer"))
                .contains("/figure/start", "/figure/val", "/figure/accn", "/figure/filed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"facts\":{}}",
                "{\"cik\":1,\"facts\":{\"us-gaap\":{\"a\":{\"units\":{\"USD\":[{",
                "{\"cik\":1,\"facts\":7",
                "\u0000",
                "{\"facts\":{\"us-gaap\":{}},\"cik\":1}"
            })
    void a_file_that_is_none_is_refused_with_a_reason(String file) {
        JsonPath job = imported(file);
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("rejected")).isPositive();
    }

    @Test
    void figures_of_a_company_that_nobody_recorded_are_refused() {
        JsonPath job = imported(file("{\"us-gaap\":{"
                        + tag(PROPERTY, figure("2021-01-01", "2021-12-31", "1", "10-K", "2022-02-04")) + "}}")
                .replace("\"cik\":" + cik, "\"cik\":\"9999000001\""));
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(Import.rejections("/v1/spending", job).getList("items.reason"))
                .containsExactly("No company with the CIK 9999000001 is recorded");
    }

    @Test
    void it_stands_beside_commitments_in_the_analysis_and_changes_none() {
        EcbRates.record();
        Write.put("/v1/commitments/" + company, commitment()).send().statusCode(201);
        imported(file("{\"us-gaap\":{"
                + tag(
                        PROPERTY,
                        figure("2020-01-01", "2020-04-20", "3", "10-KT", "2021-02-04"),
                        figure("2019-04-21", "2020-04-20", "1086", "10-K", "2021-02-04"),
                        figure("2021-01-01", "2021-12-31", "50", "10-K", "2022-02-04"))
                + "}}"));
        String group = "items.find { it.company == '" + company + "' }";
        given().queryParam("groupBy", "company,year")
                .queryParam("in", "EUR")
                .queryParam("limit", 500)
                .get("/v1/analysis/commitments")
                .then()
                .statusCode(200)
                .body(group + ".spent", nullValue())
                .body(group + ".converted.spent.amount", is("0.00"))
                .body(group + ".reported.amount.amount", contains("1086.00"))
                .body(group + ".reported[0].converted.amount.amount", is("1000.00"))
                .body(group + ".reported[0].converted.conversion.rates.on", contains("2020-04-20"));
        given().queryParam("groupBy", "company")
                .queryParam("limit", 500)
                .get("/v1/analysis/commitments")
                .then()
                .body(group + ".reported.year", contains(2020, 2021))
                .body(group + ".spent.amount", is("0.00"));
        given().queryParam("groupBy", "company,category")
                .queryParam("limit", 500)
                .get("/v1/analysis/commitments")
                .then()
                .body(group + ".reported", nullValue());
    }

    @Test
    void what_was_reported_under_the_key_of_a_merged_company_stands_beside_what_the_one_that_goes_on_pledged()
            throws SQLException {
        Write.put("/v1/commitments/" + company, commitment()).send().statusCode(201);
        imported(file("{\"us-gaap\":{" + tag(PROPERTY, figure("2021-01-01", "2021-12-31", "50", "10-K", "2022-02-04"))
                + "}}"));
        String survivor = "survivor-of-" + company;
        SchemaOwner.execute(
                "insert into merged_company (old, survivor) values ('" + company + "', '" + survivor + "')");

        given().queryParam("groupBy", "company")
                .queryParam("limit", 500)
                .get("/v1/analysis/commitments")
                .then()
                .body("items.company", hasItem(survivor))
                .body("items.find { it.company == '" + survivor + "' }.reported.amount.amount", contains("50.00"));
    }

    private String commitment() {
        return "{\"company\":\"" + company
                + "\",\"title\":\"Plan\",\"announcedOn\":\"2020-04-20\",\"qualifier\":\"exactly\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"USD\"},"
                + "\"categories\":[],\"sources\":" + Write.SOURCES + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"year=21", "year=0000", "span=month", "in=euro", "quarter=1"})
    void what_cannot_be_asked_is_400(String query) {
        given().get("/v1/spending?" + query).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "0000-01-01", "-9999-01-01", "+999999999-12-31"})
    void a_made_up_cursor_is_400(String day) {
        imported(file("{\"us-gaap\":{"
                + tag(
                        PROPERTY,
                        figure("2020-01-01", "2020-12-31", "7", "10-K", "2022-02-04"),
                        figure("2021-01-01", "2021-12-31", "8", "10-K", "2022-02-04"))
                + "}}"));
        String next = spending("limit", "1").extract().path("next");
        for (String key : new String[] {"2020-01-01", "2020-12-31"}) {
            given().queryParam("company", company)
                    .queryParam("limit", 1)
                    .queryParam("cursor", MadeUpCursor.of(next, key, day))
                    .get("/v1/spending")
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", contains("cursor"));
        }
    }

    @Test
    void the_real_files_are_imported_whole_and_twice_with_the_same_result() throws IOException {
        for (String filer : new String[] {"AMZN", "MSFT"}) {
            byte[] file = Files.readAllBytes(RealData.file("sec/derived-companyfacts-extract-" + filer + ".json"));
            JsonPath job = Import.of("/v1/spending", "sec-companyfacts", file);
            assertThat(job.getInt("rejected")).isZero();
            assertThat(job.getInt("accepted") + job.getInt("unchanged")).isPositive();
            assertThat(Import.of("/v1/spending", "sec-companyfacts", file).getInt("accepted"))
                    .isZero();
        }
        given().queryParam("company", "identified-0001018724")
                .queryParam("year", 2022)
                .get("/v1/spending")
                .then()
                .body("items.amount.amount", contains("63645000000.00"))
                .body("items.tag", contains(PRODUCTIVE));
        given().queryParam("company", "identified-0000789019")
                .queryParam("year", 2015)
                .get("/v1/spending")
                .then()
                .body("items.tag", contains(PROPERTY));
    }
}
