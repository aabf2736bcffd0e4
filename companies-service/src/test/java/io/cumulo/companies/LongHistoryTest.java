package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A fact that was written more often than one answer can tell. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LongHistoryTest {

    private static final int WRITES = 402;

    @Test
    void a_history_tells_the_newest_versions_and_how_to_ask_for_those_before() throws SQLException {
        String company = UUID.randomUUID().toString();
        Write.put(
                        "/v1/companies/" + company,
                        "{\"kind\":\"company\",\"legalName\":\"Cloud\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
        manyVersions(company);
        String path = "/v1/companies/" + company + "/roles/ceo/history";

        JsonPath newest = given().get(path).then().statusCode(200).extract().jsonPath();
        assertThat(newest.getList("items.revision", Integer.class))
                .hasSize(998)
                .startsWith(69, 69, 69, 70)
                .endsWith(400, 400, 401, 402);
        assertThat(newest.getList("items[0].changed.member")).containsExactly("person");
        assertThat(newest.getString("items[0].changed[0].from")).isEqualTo("P 68");
        assertThat(newest.getString("items[997].person")).isEqualTo("P 402");
        assertThat(newest.getString("items[997].standing")).isEqualTo("asserted");

        JsonPath before = given().queryParam("knownAt", newest.getString("earlier"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(before.getList("items.revision", Integer.class))
                .hasSize(68 * 3)
                .startsWith(1, 1, 1, 2)
                .endsWith(67, 68, 68, 68);
        assertThat(before.getString("earlier")).isNull();
    }

    /** Three rows for each write, for three stretches of time, but for the last two: one episode stands. */
    private void manyVersions(String company) throws SQLException {
        SchemaOwner.execute(
                "insert into role (version_id, subject, fact_id, revision, valid_from, valid_to, recorded_from, recorded_to, standing,"
                        + " preferred, sources, recorded_by, person, title) select uuidv7(), '" + company
                        + "', 'ceo', write, days.valid_from, case when write < 401 then days.valid_to end,"
                        + " timestamptz '2020-01-01Z' + write * interval '1 hour',"
                        + " case when write < " + WRITES
                        + " then timestamptz '2020-01-01Z' + (write + 1) * interval '1 hour' end, 'ASSERTED', false, '"
                        + SOURCES + "', 'editor', 'P ' || write, 'CEO' from generate_series(1, " + WRITES
                        + ") write,"
                        + " (values (null, date '2000-01-01'), (date '2000-01-01', date '2010-01-01'), (date '2010-01-01', null)) as days (valid_from, valid_to)"
                        + " where write < 401 or days.valid_from is null");
    }
}
