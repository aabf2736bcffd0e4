package io.cumulo.investments.rates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.cumulo.investments.Import;
import io.cumulo.investments.MadeUpCursor;
import io.cumulo.kit.testing.RealData;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RatesTest {

    private static JsonPath imported(String file) {
        return Import.of("/v1/rates", "eurofxref", file);
    }

    private static JsonPath asked(String... parameters) {
        var request = given();
        for (int at = 0; at < parameters.length; at += 2) {
            request.queryParam(parameters[at], parameters[at + 1]);
        }
        return request.get("/v1/rates").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void a_history_is_imported_once_and_again_with_the_same_result() {
        EcbRates.record();
        JsonPath again = imported(EcbRates.HISTORY);
        assertThat(again.getInt("unchanged")).isEqualTo(4);
        assertThat(again.getInt("accepted")).isZero();
        JsonPath rates = asked("on", "2020-04-20", "currency", "CNY");
        assertThat(rates.getList("items.rate")).containsExactly("7.6819");
        assertThat(rates.getString("items[0].base")).isEqualTo("EUR");
        assertThat(rates.getString("items[0].sources[0].publisher")).isEqualTo("European Central Bank");
        assertThat(rates.getString("items[0].standing")).isEqualTo("asserted");
    }

    @ParameterizedTest
    @CsvSource({"2020-04-18,2020-04-17", "2020-04-19,2020-04-17", "2020-04-20,2020-04-20"})
    void the_last_business_day_on_or_before_a_day_counts(String day, String business) {
        EcbRates.record();
        assertThat(asked("on", day, "currency", "CNY").getList("items.on")).containsExactly(business);
    }

    @Test
    void a_currency_that_ended_has_no_rate_any_more_and_says_so() {
        EcbRates.record();
        given().queryParam("on", "2023-06-01")
                .queryParam("currency", "HRK")
                .get("/v1/rates")
                .then()
                .body("items", empty())
                .body("missing.currency", contains("HRK"))
                .body("missing.reason", contains("ended"))
                .body("missing.detail", contains(startsWith("the last recorded rate of HRK is of ")));
        JsonPath ruble = asked("on", "2022-12-30", "currency", "RUB", "currency", "USD");
        assertThat(ruble.getList("items.currency")).containsExactly("USD");
        assertThat(ruble.getList("missing.reason")).containsExactly("ended");
    }

    @Test
    void before_the_first_rate_there_is_none_and_a_currency_never_seen_is_unknown() {
        EcbRates.record();
        assertThat(asked("on", "1999-01-04", "currency", "ISK").getList("missing.reason"))
                .containsExactly("before-the-first");
        assertThat(asked("on", "2020-04-20", "currency", "KWD").getList("missing.reason"))
                .containsExactly("unknown-currency");
    }

    @Test
    void the_daily_file_with_spaces_a_mark_and_line_ends_of_another_system_is_read() {
        JsonPath job = imported("\uFEFFDate, USD, JPY, CZK, \r\n13 April 2026, 1.1684, 186.75, 24.3780, \r\n");
        assertThat(job.getInt("accepted") + job.getInt("unchanged")).isEqualTo(1);
        assertThat(asked("on", "2026-04-13", "currency", "CZK").getList("items.rate"))
                .containsExactly("24.378");
    }

    @Test
    void the_xml_file_says_the_same() {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <gesmes:subject>Reference rates</gesmes:subject>
                <Cube><Cube time='2020-04-20'><Cube currency='USD' rate='1.0860'/><Cube currency='CNY' rate='7.6819'/></Cube>
                <Cube time='2001-02-30'><Cube currency='USD' rate='1.0'/></Cube></Cube>
                </gesmes:Envelope>
                """;
        EcbRates.record();
        JsonPath job = imported(xml);
        assertThat(job.getInt("unchanged")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(1);
    }

    @Test
    void a_zip_is_opened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("eurofxref-hist.csv"));
            zip.write(EcbRates.HISTORY.getBytes(StandardCharsets.UTF_8));
        }
        EcbRates.record();
        assertThat(Import.of("/v1/rates", "eurofxref", bytes.toByteArray()).getInt("unchanged"))
                .isEqualTo(4);
        byte[] half = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        JsonPath broken = Import.of("/v1/rates", "eurofxref", half);
        assertThat(broken.getString("state")).isIn("done", "failed");
    }

    @Test
    void a_wrong_line_is_refused_alone_with_every_wrong_cell() {
        JsonPath job = imported("""
                Date,USD,XQZ,JPY
                2003-05-05,1.1,N/A,130
                2003-05-06,1.1,,x
                2003-05-32,0,,-1
                2003-05-07,1.1
                2003-05-08,1.2,,131
                2031-05-08,1.2,,131
                """);
        assertThat(job.getInt("rejected")).isEqualTo(6);
        JsonPath rejections = Import.rejections("/v1/rates", job);
        assertThat(rejections.getList("items.line", Integer.class)).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(rejections.getList("items[2].errors.pointer")).contains("/Date", "/USD", "/JPY", "/XQZ");
    }

    @Test
    void a_day_that_no_calendar_has_is_refused_and_not_taken_for_the_one_before() {
        JsonPath job = imported("Date, USD, \n31 November 2003, 1.1, \n");
        assertThat(job.getInt("accepted")).isZero();
        assertThat(job.getInt("rejected")).isEqualTo(1);
    }

    @Test
    void a_corrected_rate_is_a_new_version_and_a_past_answer_stays() {
        imported("Date,USD,JPY\n2001-05-08,0.9,100\n");
        Instant before = Instant.now();
        assertThat(imported("Date,USD,CHF\n2001-05-08,0.8888,1.5\n").getInt("accepted"))
                .isEqualTo(1);
        given().queryParam("on", "2001-05-08")
                .get("/v1/rates")
                .then()
                .body("items.currency", contains("CHF", "JPY", "USD"))
                .body("items.rate", contains("1.5", "100", "0.8888"));
        given().queryParam("on", "2001-05-08")
                .queryParam("knownAt", before.toString())
                .get("/v1/rates")
                .then()
                .body("items.currency", contains("JPY", "USD"))
                .body("items.rate", contains("100", "0.9"));
        imported("Date,USD,CHF\n2001-05-08,N/A,1.5\n");
        given().queryParam("on", "2001-05-08").get("/v1/rates").then().body("items.currency", contains("CHF", "JPY"));
    }

    @Test
    void a_series_is_a_list_like_any_other() {
        EcbRates.record();
        JsonPath first =
                asked("from", "2020-04-17", "to", "2020-04-20", "currency", "USD", "currency", "CNY", "limit", "3");
        assertThat(first.getList("items.on")).containsExactly("2020-04-17", "2020-04-17", "2020-04-20");
        JsonPath second = asked(
                "from",
                "2020-04-17",
                "to",
                "2020-04-20",
                "currency",
                "USD",
                "currency",
                "CNY",
                "limit",
                "3",
                "cursor",
                first.getString("next"));
        assertThat(second.getList("items.currency")).containsExactly("USD");
        assertThat(second.getString("next")).isNull();
        given().accept("text/csv")
                .queryParam("from", "2020-04-20")
                .queryParam("to", "2020-04-20")
                .queryParam("currency", "CNY")
                .get("/v1/rates")
                .then()
                .body(
                        startsWith("currency,on,rate,base,"),
                        org.hamcrest.Matchers.containsString("CNY,2020-04-20,7.6819,EUR"));
        given().accept("application/x-ndjson")
                .queryParam("on", "2020-04-20")
                .queryParam("currency", "CNY")
                .get("/v1/rates")
                .then()
                .body(startsWith("{\"currency\":\"CNY\""));
        assertThat(asked("from", "2020-04-01", "asOf", "2020-04-18").getList("items.on"))
                .doesNotContain("2020-04-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on=x",
                "on=2999-01-01",
                "from=2020-02-01&to=2020-01-01",
                "on=2020-01-01&from=2020-01-01",
                "currency=euro",
                "at=2020-01-01",
                "limit=0",
                "cursor=x&from=2020-01-01"
            })
    void what_cannot_be_asked_is_400(String query) {
        given().get("/v1/rates?" + query).then().statusCode(400).body("errors", not(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "0000-01-01", "-9999-01-01", "+999999999-12-31", "2020-02-30"})
    void a_made_up_cursor_is_400(String day) {
        EcbRates.record();
        String series = "/v1/rates?from=2020-04-17&to=2020-04-20&limit=1";
        String next = given().get(series).then().extract().path("next");
        given().queryParam("cursor", MadeUpCursor.of(next, "2020-04-17", day))
                .get(series)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }

    @Test
    void an_unknown_format_is_400_and_names_what_is_known() {
        given().auth()
                .oauth2(io.cumulo.kit.testing.Tokens.editor())
                .contentType("text/csv")
                .body("Date,USD\n")
                .post("/v1/rates/imports")
                .then()
                .statusCode(400)
                .body("errors.detail", hasItem("must be one of eurofxref"));
    }

    @Test
    void the_ecb_files_are_imported_whole_and_twice_with_the_same_result() throws IOException {
        byte[] history = Files.readAllBytes(RealData.file("ecb/eurofxref-hist-2018-2023.csv"));
        byte[] daily = Files.readAllBytes(RealData.file("ecb/eurofxref.csv"));
        JsonPath first = Import.of("/v1/rates", "eurofxref", history);
        assertThat(first.getInt("rejected")).isZero();
        assertThat(first.getInt("read")).isGreaterThan(1500);
        assertThat(Import.of("/v1/rates", "eurofxref", daily).getInt("rejected"))
                .isZero();
        JsonPath again = Import.of("/v1/rates", "eurofxref", history);
        assertThat(again.getInt("unchanged")).isEqualTo(first.getInt("read"));
        given().queryParam("on", "2023-12-31")
                .get("/v1/rates")
                .then()
                .body("items.on", hasItem("2023-12-29"))
                .body("items.currency", hasItems("USD", "CNY", "BGN"))
                .body("missing.currency", hasItems("HRK", "RUB"))
                .body("missing.find { it.currency == 'HRK' }.last", is("2022-12-30"));
        assertThat(List.of(asked("on", "2020-04-20", "currency", "CNY").getString("items[0].rate")))
                .containsExactly("7.6819");
    }
}
