package io.cumulo.companies.exchange;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A file tells a part of a profile and leaves the rest as it stands: as it stands when the file's version is recorded, whoever writes meanwhile. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportBesideEditorsTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String lei = Leis.of("e" + run);
    private final String key = "edited-" + run;
    private final String url;
    private final String role;
    private final String password;

    ImportBesideEditorsTest(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "cumulo.database.username") String role,
            @ConfigProperty(name = "cumulo.database.password") String password) {
        this.url = url;
        this.role = role;
        this.password = password;
    }

    @Test
    void what_an_editor_records_while_a_register_s_record_is_taken_in_stays() throws SQLException {
        stays(
                "gleif",
                "",
                gleif(
                        "{\"type\":\"lei-records\",\"id\":\"" + lei + "\",\"attributes\":{\"lei\":\"" + lei
                                + "\",\"entity\":{\"legalName\":{\"name\":\"Edited Beside " + run
                                + "\",\"language\":\"de\"},\"status\":\"ACTIVE\"},\"registration\":{\"lastUpdateDate\":null},\"bic\":null,\"ocid\":null}}"));
    }

    @Test
    void what_an_editor_records_while_securities_are_taken_in_stays() throws SQLException {
        stays(
                "gleif",
                "",
                gleif("{\"type\":\"isins\",\"id\":\"i\",\"attributes\":{\"lei\":\"" + lei
                        + "\",\"isin\":\"US0231351067\"}}"));
    }

    @Test
    void what_an_editor_records_while_an_earlier_name_is_taken_in_stays() throws SQLException {
        stays(
                "gleif",
                "?asOf=2015-01-01",
                gleif("{\"type\":\"field-modifications\",\"id\":\"m" + run
                        + "\",\"attributes\":{\"lei\":\"" + lei
                        + "\",\"recordType\":\"LEI\",\"modificationType\":\"UPDATE\",\"field\":\"/lei:LEIData/lei:LEIRecords/lei:LEIRecord/lei:Entity/lei:LegalName\",\"date\":\"2020-02-01T00:00:00Z\",\"valueOld\":\"Before "
                        + run + "\",\"valueNew\":\"Edited " + run + "\"}}"));
    }

    @Test
    void what_an_editor_records_while_a_dataset_is_taken_in_stays() throws SQLException {
        stays(
                "ftm",
                "",
                "{\"id\":\"ftm-" + run + "\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Edited " + run
                        + "\"],\"leiCode\":[\"" + lei + "\"]}}");
    }

    private static String gleif(String element) {
        return "{\"data\":[" + element + "]}";
    }

    /** Given an editor who has the profile locked, a file is handed in; the editor's version is there only when the import waits for the lock. */
    private void stays(String format, String moment, String file) throws SQLException {
        Write.put(
                        "/v1/companies/" + key,
                        "{\"kind\":\"company\",\"legalName\":\"Edited " + run
                                + "\",\"identifiers\":[{\"scheme\":\"lei\",\"value\":\"" + lei + "\"}],\"sources\":"
                                + SOURCES
                                + "}")
                .send()
                .statusCode(201);
        String job;
        try (Connection editor = DriverManager.getConnection(url, role, password);
                Statement statement = editor.createStatement()) {
            editor.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('profile/" + key + "/" + key + "', 0))");
            job = Import.send(format, file.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            await().atMost(Duration.ofSeconds(20)).until(() -> isWaitedFor(statement));
            statement.execute("update profile set recorded_to = recorded_at() where subject = '" + key + "'");
            statement.execute(
                    "insert into profile (version_id, subject, fact_id, revision, standing, preferred, sources, recorded_by, kind,"
                            + " legal_name, names, identifiers, website) select uuidv7(), subject, fact_id, 2, standing, preferred, sources, recorded_by,"
                            + " kind, legal_name, names, identifiers, 'https://edited.example' from profile where subject = '"
                            + key
                            + "'");
            statement.execute(
                    "insert into search_identifier (value, scheme, market, version_id) select distinct x.value, x.scheme, x.market, now.version_id"
                            + " from search_identifier x join profile p on p.version_id = x.version_id join profile now on now.subject = p.subject"
                            + " where p.subject = '" + key + "' and p.revision = 1 and now.revision = 2");
            editor.commit();
        }

        assertThat(Import.finished(job).getInt("accepted")).isEqualTo(1);
        given().get("/v1/companies/" + key + moment)
                .then()
                .statusCode(200)
                .body("website", equalTo("https://edited.example"));
        given().get("/v1/companies/" + key + "/history").then().body("items.revision.max()", equalTo(3));
    }

    private static boolean isWaitedFor(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")) {
            return waiting.next() && waiting.getBoolean(1);
        }
    }
}
