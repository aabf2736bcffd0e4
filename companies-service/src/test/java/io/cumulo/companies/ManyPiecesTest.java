package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fact that says something else of each of very many days; in a database of its own, since most of them are put in beside what companies are found by. */
@QuarkusTest
@QuarkusTestResource(value = TestDatabase.class, restrictToAnnotatedClass = true)
class ManyPiecesTest {

    private static final int MOST = 1000;

    private static final String AFTER_THE_LAST = "\"validFrom\":\"2020-01-01\",\"validTo\":\"2020-01-01\",";

    private final String key = "pieces-" + UUID.randomUUID();
    private final String company = "/v1/companies/" + key;

    /** One for each day but for one: the first is recorded by the service. */
    @BeforeEach
    void as_many_as_may_stand() throws SQLException {
        put("First", "\"validFrom\":\"2000-01-01\",\"validTo\":\"2000-01-01\",")
                .send()
                .statusCode(201);
        SchemaOwner.execute(
                "insert into profile (version_id, subject, fact_id, revision, standing, preferred, sources, recorded_by, kind, legal_name,"
                        + " names, identifiers, valid_from, valid_to) select uuidv7(), subject, fact_id, 1 + day, standing, preferred, sources,"
                        + " recorded_by, kind, 'Day ' || day, names, identifiers, valid_from + day, valid_to + day"
                        + " from profile, generate_series(1, " + (MOST - 1) + ") day where subject = '" + key
                        + "'");
    }

    @Test
    void a_write_that_would_leave_more_than_can_be_told_is_refused() {
        put("Too Many", AFTER_THE_LAST)
                .sendIfMatch("*")
                .statusCode(409)
                .body("type", equalTo("urn:cumulo:problem:not-allowed-now"));
        given().queryParam("asOf", "2020-01-01").get(company).then().statusCode(404);
    }

    @Test
    void each_of_them_is_found_and_can_be_written() {
        given().queryParam("asOf", "2002-09-26")
                .get(company)
                .then()
                .statusCode(200)
                .body("legalName", is("Day " + (MOST - 1)));
        put("Anew", "\"validFrom\":\"2002-09-26\",\"validTo\":\"2002-09-26\",")
                .sendIfMatch("*")
                .statusCode(200);

        String etag = given().queryParam("asOf", "2002-09-26")
                .get(company)
                .then()
                .body("legalName", is("Anew"))
                .extract()
                .header("ETag");
        assertThat(etag).startsWith("\"" + (MOST + 1) + "-");
        assertThat(given().queryParam("asOf", "2000-01-01").get(company).header("ETag"))
                .as("every day's tag names the state of the whole fact")
                .startsWith("\"" + (MOST + 1) + "-");
    }

    @Test
    void what_covers_several_makes_room() {
        put("A Year", "\"validFrom\":\"2001\",\"validTo\":\"2001\",")
                .sendIfMatch("*")
                .statusCode(200);
        put("Now There Is Room", AFTER_THE_LAST).sendIfMatch("*").statusCode(200);
        given().queryParam("asOf", "2020-01-01").get(company).then().body("legalName", is("Now There Is Room"));
        given().queryParam("asOf", "2001-06-01").get(company).then().body("legalName", is("A Year"));
    }

    @Test
    void all_of_them_can_be_taken_back() {
        Write.post(company + "/retraction", "{\"reason\":\"wrong\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(200);
        given().queryParam("asOf", "2002-09-26").get(company).then().body("standing", is("retracted"));
    }

    private Write put(String name, String days) {
        return Write.put(
                company,
                "{\"kind\":\"company\",\"legalName\":\"" + name + "\"," + days + "\"sources\":" + SOURCES + "}");
    }
}
