package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.investments.rates.EcbRates;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class ConversionTest {

    private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void rates() {
        EcbRates.record();
    }

    private String announce(String name, String amount) {
        String id = company + "-" + name;
        Write.put("/v1/commitments/" + id, Examples.commitment(company, amount))
                .send()
                .statusCode(201)
                .body("$", not(hasKey("converted")));
        return id;
    }

    @Test
    void two_hundred_billion_yuan_of_2020_04_20_are_26_035_billion_euros_with_the_rate_shown() {
        String id = announce("yuan", Examples.CNY_200_BN);
        given().queryParam("in", "EUR")
                .get("/v1/commitments/" + id)
                .then()
                .statusCode(200)
                .body("converted.pledged.amount", is("26035225660.32"))
                .body("converted.outstanding.amount", is("26035225660.32"))
                .body("converted.spent.amount", is("0.00"))
                .body("converted.conversion.rates.rate", contains("7.6819"))
                .body("converted.conversion.rates.on", contains("2020-04-20"))
                .body("converted.conversion.rates.currency", contains("CNY"))
                .body(
                        "converted.conversion.rule",
                        is("ECB euro reference rates, of the last business day on or before 2020-04-20"));
        given().queryParam("in", "USD")
                .get("/v1/commitments/" + id)
                .then()
                .body("converted.pledged.amount", is("28274255067.11"))
                .body("converted.conversion.rates.currency", contains("CNY", "USD"))
                .body(
                        "converted.conversion.rule",
                        equalTo(
                                "ECB euro reference rates, through EUR, of the last business day on or before 2020-04-20"));
        given().queryParam("in", "CNY")
                .get("/v1/commitments/" + id)
                .then()
                .body("converted.pledged.amount", is("200000000000.00"))
                .body("converted.conversion.rates", empty());
    }

    @Test
    void what_has_no_rate_is_said_and_never_one_to_one() {
        String id = announce("dinar", "{\"amount\":\"1000.000\",\"currency\":\"KWD\"}");
        given().queryParam("in", "EUR")
                .queryParam("company", company)
                .get("/v1/commitments")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].position.pledged.amount", is("1000.000"))
                .body("items[0].converted.pledged", nullValue())
                .body("items[0].converted.conversion.possible", is(false))
                .body("items[0].converted.conversion.missing.reason", contains("unknown-currency"));
        for (String none : java.util.List.of("euro", "XQZ", "eur")) {
            given().queryParam("in", none).get("/v1/commitments/" + id).then().statusCode(400);
        }
    }

    @Test
    void a_balance_is_converted_at_the_rates_of_its_day_and_says_what_is_left_out() {
        String account = "funds/" + company;
        for (String money : java.util.List.of("1000.00 USD", "500.00 EUR", "7.000 KWD")) {
            String[] parts = money.split(" ");
            Write.post(
                            "/v1/ledger/transactions",
                            Examples.transaction("world", account, parts[0], "2020-04-01")
                                    .replace("\"currency\":\"EUR\"", "\"currency\":\"" + parts[1] + "\""))
                    .send()
                    .statusCode(201);
        }
        given().queryParam("in", "EUR")
                .queryParam("asOf", "2020-04-19")
                .get("/v1/ledger/accounts/" + account + "/balance")
                .then()
                .statusCode(200)
                .body("balances", hasSize(3))
                .body("converted.total.amount", is("1420.81"))
                .body("converted.parts.from.currency", contains("EUR", "USD"))
                .body("converted.parts[1].conversion.rates.on", contains("2020-04-17"))
                .body("converted.unconverted.from.currency", contains("KWD"))
                .body("converted.unconverted.conversion.missing.reason.flatten()", contains("unknown-currency"));
        given().get("/v1/ledger/accounts/" + account + "/balance").then().body("$", not(hasKey("converted")));
    }

    @Test
    void sums_over_currencies_are_converted_at_each_announcement_and_say_what_is_left_out() {
        announce("yuan", Examples.CNY_200_BN);
        announce("dollar", "{\"amount\":\"1086.00\",\"currency\":\"USD\"}");
        announce("euro", "{\"amount\":\"5.00\",\"currency\":\"EUR\"}");
        announce("dinar", "{\"amount\":\"1000.000\",\"currency\":\"KWD\"}");
        announce("secret", "null");
        JsonPath all = group("company", "EUR");
        assertThat(all.getInt("commitments")).isEqualTo(5);
        assertThat(all.getString("pledged")).isNull();
        assertThat(all.getString("converted.pledged.amount")).isEqualTo("26035226665.32");
        assertThat(all.getString("converted.outstanding.amount")).isEqualTo("26035226665.32");
        assertThat(all.getList("converted.rates.rate")).containsExactlyInAnyOrder("7.6819", "1.086");
        assertThat(all.getList("converted.unconverted.currency")).containsExactly("KWD");
        assertThat(all.getString("converted.unconverted[0].pledged.amount")).isEqualTo("1000.000");
        JsonPath apart = JsonPath.from(given().queryParam("groupBy", "company,currency")
                .queryParam("in", "EUR")
                .queryParam("limit", 500)
                .get("/v1/analysis/commitments")
                .asString());
        assertThat(apart.getList("items.findAll { it.company == '" + company + "' }.currency"))
                .containsExactly(null, "CNY", "EUR", "KWD", "USD");
        assertThat(apart.<Map<String, Object>>get(
                        "items.find { it.company == '" + company + "' && it.currency == 'CNY' }.pledged"))
                .containsEntry("amount", "200000000000.00");
    }

    private JsonPath group(String by, String in) {
        return given().queryParam("groupBy", by)
                .queryParam("in", in)
                .queryParam("limit", 500)
                .get("/v1/analysis/commitments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.company == '" + company + "' }");
    }

    @Test
    void a_claims_diagnosis_finds_by_itself_how_26_million_were_printed() {
        String id = company + "-claim";
        Write.put("/v1/claims/" + id, Examples.claim(company)).send().statusCode(201);
        given().get("/v1/claims/" + id + "/diagnosis")
                .then()
                .statusCode(200)
                .body("explanations", empty())
                .body("note", is("No correction tells the right money."));
        Write.post(
                        "/v1/claims/" + id + "/corrections",
                        Examples.CORRECTION.replace("\"certainty\"", "\"on\":\"2020-04-20\",\"certainty\""))
                .send()
                .statusCode(201);
        given().get("/v1/claims/" + id + "/diagnosis")
                .then()
                .statusCode(200)
                .body("kind", is("suggestion"))
                .body("asPrinted", is("una inversión de 26 millones"))
                .body("explanations[0].scale", is(1000))
                .body("explanations[0].currency", is("EUR"))
                .body("explanations[0].rateDate", is("2020-04-20"))
                .body("explanations[0].rate", is("7.6819"))
                .body("explanations[0].computed.amount", is("26035225660.32"))
                .body("byCorrection", hasSize(1));
        given().get("/v1/claims/nowhere/diagnosis").then().statusCode(404);
        given().queryParam("asOf", "2019-01-01")
                .get("/v1/claims/" + id + "/diagnosis")
                .then()
                .statusCode(404);
    }

    @Test
    void a_figure_that_is_not_stored_can_be_diagnosed_by_anybody() {
        String asked = "{\"printed\":{\"number\":\"26000000\"},\"value\":" + Examples.CNY_200_BN
                + ",\"on\":\"2020-04-20\",\"language\":\"es\"}";
        given().contentType("application/json")
                .body(asked)
                .post("/v1/diagnoses")
                .then()
                .statusCode(200)
                .body("explanations[0].currency", is("EUR"))
                .body("explanations[0].scale", is(1000))
                .body("explanations[0].rateDate", is("2020-04-20"));
        given().contentType("application/json")
                .body(asked.replace("26000000", "26 millones").replace("2020-04-20\"", "2020-13\""))
                .post("/v1/diagnoses")
                .then()
                .statusCode(422)
                .body("errors.pointer", org.hamcrest.Matchers.hasItem("/printed/number"));
        given().contentType("application/json")
                .body("{")
                .post("/v1/diagnoses")
                .then()
                .statusCode(400);
    }
}
