package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FactLifeTest {

    private String company;

    @BeforeEach
    void aCompany() {
        company = "/v1/companies/" + UUID.randomUUID();
        company("Cloud One").send().statusCode(201);
    }

    private Write company(String name) {
        return Write.put(company, "{\"kind\":\"company\",\"legalName\":\"" + name + "\",\"sources\":" + SOURCES + "}");
    }

    private Write role(String person, String validFrom) {
        return Write.put(
                company + "/roles/ceo",
                "{\"person\":\"" + person + "\",\"title\":\"CEO\",\"validFrom\":" + validFrom + ",\"sources\":"
                        + SOURCES + "}");
    }

    private String etag(String path) {
        return given().get(path).then().statusCode(200).extract().header("ETag");
    }

    @Test
    void a_correction_replaces_the_answer_and_keeps_the_past_one() {
        role("A. Jones", "\"2015\"").send().statusCode(201);
        String path = company + "/roles/ceo";
        Instant between = Instant.parse(given().get(path).path("recordedAt"));
        role("A. Jassy", "\"2015\"").sendIfMatch(etag(path)).statusCode(200).body("person", equalTo("A. Jassy"));

        given().get(path).then().body("person", equalTo("A. Jassy"));
        given().queryParam("knownAt", between.toString()).get(path).then().body("person", equalTo("A. Jones"));
        given().get(path + "/history")
                .then()
                .body("items.person", contains("A. Jones", "A. Jassy"))
                .body("items.standing", contains("corrected", "asserted"))
                .body("items[1].changed.member", contains("person"))
                .body("items[1].changed[0].from", equalTo("A. Jones"))
                .body("earlier", nullValue())
                .body("items[0].recordedUntil", equalTo(given().get(path).<String>path("recordedAt")));
    }

    @Test
    void what_stands_already_records_nothing() {
        role("A. Jones", "\"2015\"").send().statusCode(201);
        String etag = etag(company + "/roles/ceo");

        role("A. Jones", "\"2015\"").sendIfMatch(etag).statusCode(200).header("ETag", etag);
        given().get(company + "/roles/ceo/history").then().body("items", hasSize(1));
    }

    @Test
    void valid_time_ends_at_the_last_day_as_precisely_as_stated() {
        Write.put(
                        company + "/roles/cto",
                        "{\"person\":\"W. Vogels\",\"title\":\"CTO\",\"validFrom\":\"2005-01-10\",\"validTo\":\"2020-04\",\"sources\":"
                                + SOURCES + "}")
                .send()
                .statusCode(201)
                .body("validTo", equalTo("2020-04"));

        given().queryParam("asOf", "2020-04-30")
                .get(company + "/roles/cto")
                .then()
                .statusCode(200);
        given().queryParam("asOf", "2020-05-01")
                .get(company + "/roles/cto")
                .then()
                .statusCode(404);
        given().queryParam("asOf", "2005-01-09")
                .get(company + "/roles/cto")
                .then()
                .statusCode(404);
        given().queryParam("asOf", "2010-01-01").get(company + "/roles").then().body("items.id", contains("cto"));
    }

    @Test
    void a_profile_changes_only_where_its_new_version_holds() {
        Write.put(
                        company,
                        "{\"kind\":\"company\",\"legalName\":\"Cloud Two\",\"validFrom\":\"2015\",\"sources\":"
                                + SOURCES + "}")
                .sendIfMatch(etag(company))
                .statusCode(200);

        given().queryParam("asOf", "2014-12-31")
                .get(company)
                .then()
                .body("legalName", equalTo("Cloud One"))
                .body("validTo", equalTo("2014-12-31"));
        given().queryParam("asOf", "2015-01-01")
                .get(company)
                .then()
                .body("legalName", equalTo("Cloud Two"))
                .body("validFrom", equalTo("2015"));
        Write.put(
                        company,
                        "{\"kind\":\"company\",\"legalName\":\"Cloud Zero\",\"validTo\":\"1999\",\"sources\":" + SOURCES
                                + "}")
                .sendIfMatch(etag(company + "?asOf=2014-12-31"))
                .statusCode(200);
        given().queryParam("asOf", "1999-12-31").get(company).then().body("legalName", equalTo("Cloud Zero"));
        given().queryParam("asOf", "2000-01-01").get(company).then().body("legalName", equalTo("Cloud One"));
    }

    @Test
    void until_the_end_of_the_calendar_is_for_ever_and_from_its_beginning_since_ever() {
        for (String bound : List.of("\"validTo\":\"9999-12-31\"", "\"validFrom\":\"0001\"")) {
            aCompany();
            Write.put(
                            company,
                            "{\"kind\":\"company\",\"legalName\":\"Cloud Two\"," + bound + ",\"sources\":" + SOURCES
                                    + "}")
                    .sendIfMatch(etag(company))
                    .statusCode(200);
            company("Cloud Three").sendIfMatch(etag(company)).statusCode(200);

            given().get(company + "/history")
                    .then()
                    .statusCode(200)
                    .body("items.legalName", contains("Cloud One", "Cloud Two", "Cloud Three"));
        }
    }

    @Test
    void a_fact_that_ends_before_its_own_date_is_422() {
        Write.post(
                        company + "/statements",
                        "{\"speaker\":\"P\",\"on\":\"2020-04-20\",\"words\":\"w\",\"language\":\"es\",\"validTo\":\"2019\",\"sources\":"
                                + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/validTo"));
        Write.put(
                        company + "/market-positions/m",
                        "{\"researcher\":\"" + company.substring("/v1/companies/".length())
                                + "\",\"market\":\"cloud\",\"region\":\"CN\",\"period\":\"2020-Q1\",\"validTo\":\"2019-12\",\"sources\":"
                                + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/validTo"));
    }

    @Test
    void a_retracted_fact_leaves_the_lists_and_stays_readable() {
        role("A. Jones", "null").send().statusCode(201);
        String retraction = "{\"reason\":\"the source has withdrawn it\",\"sources\":" + SOURCES + "}";
        Write retract = Write.post(company + "/roles/ceo/retraction", retraction);

        retract.send().statusCode(200).body("standing", equalTo("retracted"));
        given().get(company + "/roles").then().body("items", hasSize(0));
        given().get(company + "/roles/ceo").then().body("retraction.reason", equalTo("the source has withdrawn it"));
        retract.send().statusCode(409).body("type", equalTo("urn:cumulo:problem:not-allowed-now"));
        role("A. Jones", "null")
                .sendIfMatch(etag(company + "/roles/ceo"))
                .statusCode(200)
                .body("standing", equalTo("asserted"));
    }

    @Test
    void a_stale_writer_is_refused_and_overwrites_nothing() {
        role("A. Jones", "null").send().statusCode(201);
        String stale = etag(company + "/roles/ceo");
        role("B. Jones", "null").sendIfMatch(stale).statusCode(200);

        role("C. Jones", "null").sendIfMatch(stale).statusCode(412);
        for (String unread :
                List.of(stale.replace("\"", ""), "garbage", "", ",", stale.substring(1), stale + " " + stale)) {
            role("C. Jones", "null").sendIfMatch(unread).statusCode(400).body("errors[0].header", equalTo("If-Match"));
        }
        for (String others : List.of("\"another\"", "W/" + stale, stale + ", \"another\"")) {
            role("C. Jones", "null").sendIfMatch(others).statusCode(412);
        }
        role("C. Jones", "null").send().statusCode(412).body("detail", equalTo("It exists already"));
        given().get(company + "/roles/ceo").then().body("person", equalTo("B. Jones"));
    }

    @Test
    void a_reader_who_has_it_gets_304() {
        String etag = etag(company);

        given().header("If-None-Match", etag)
                .get(company)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        given().header("If-None-Match", "\"1-0\"").get(company).then().statusCode(200);
    }

    @Test
    void before_it_was_recorded_nothing_is_known() {
        given().queryParam("knownAt", "2020-01-01T00:00:00Z")
                .get(company)
                .then()
                .statusCode(404);
        given().queryParam("knownAt", "2020-01-01T00:00:00Z")
                .get(company + "/roles")
                .then()
                .statusCode(404);
        given().queryParam("asOf", "1900-01-01")
                .get(company + "/roles")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().queryParam("knownAt", "2999-01-01T00:00:00Z")
                .get(company)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:cumulo:problem:known-at-in-the-future"));
        given().queryParam("knownAt", "yesterday")
                .queryParam("asOf", "2020-02-30")
                .get(company)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("asOf", "knownAt"));
    }

    @Test
    void pages_follow_each_other_and_end() {
        for (int number = 0; number < 7; number++) {
            Write.put(company + "/roles/r-" + number, role("P", "null").body())
                    .send()
                    .statusCode(201);
        }
        var first = given().queryParam("limit", 3)
                .get(company + "/roles")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.id", contains("r-0", "r-1", "r-2"));
        String next = first.extract().path("next");
        var second = given().queryParam("limit", 4)
                .queryParam("cursor", next)
                .get(company + "/roles")
                .then();

        second.body("items.id", contains("r-3", "r-4", "r-5", "r-6"))
                .body("next", nullValue())
                .header("Link", nullValue());
        given().queryParam("cursor", next)
                .get("/v1/companies")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
        given().queryParam("limit", 501)
                .get("/v1/companies")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("limit"));
    }

    @Test
    void a_made_up_cursor_is_400() {
        String list = "about " + company.substring("/v1/companies/".length());
        for (String cursor : List.of(
                "x",
                "%",
                made(list),
                made(list, "a"),
                made("feed", "a", "b"),
                made("feed", "1"),
                made("feed", "-1", "99999999999999999999"))) {
            given().queryParam("cursor", cursor)
                    .get("/v1/events")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("cursor"));
            given().queryParam("cursor", cursor)
                    .get(company + "/roles")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("cursor"));
        }
    }

    private static String made(String list, String... keys) {
        return Cursor.of(list, keys).encoded();
    }

    @Test
    void a_repeated_post_gets_the_first_answer_byte_for_byte() {
        String key = UUID.randomUUID().toString();
        Write post = Write.post(company + "/roles", role("A. Jones", "null").body());
        String first = keyed(key, post)
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .asString();

        assertThat(keyed(key, post)
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(first);
        keyed(key, post.with(role("B. Jones", "null").body()))
                .statusCode(422)
                .body("type", equalTo("urn:cumulo:problem:idempotency-key-reused"));
        given().get(company + "/roles").then().body("items", hasSize(1));
    }

    private static io.restassured.response.ValidatableResponse keyed(String key, Write post) {
        return post.send(given().auth()
                .oauth2(Tokens.editor())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key));
    }

    @Test
    void a_company_without_a_key_gets_one_from_its_name() {
        Write.post(
                        "/v1/companies",
                        "{\"kind\":\"company\",\"legalName\":\"Société Générale " + company.substring(14, 22)
                                + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201)
                .header("Location", equalTo("/v1/companies/societe-generale-" + company.substring(14, 22)));
    }
}
