package io.cumulo.companies.exchange;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A file tells a part of a profile and leaves the rest as it stands: as it stands when the file's version is recorded, whoever writes meanwhile. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportBesideEditorsTest {

    /** What companies are found by may have to be made anew first. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

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
    void what_an_editor_records_while_a_register_s_record_is_taken_in_stays() throws Exception {
        stays(
                "gleif",
                "",
                gleif(
                        "{\"type\":\"lei-records\",\"id\":\"" + lei + "\",\"attributes\":{\"lei\":\"" + lei
                                + "\",\"entity\":{\"legalName\":{\"name\":\"Edited Beside " + run
                                + "\",\"language\":\"de\"},\"status\":\"ACTIVE\"},\"registration\":{\"lastUpdateDate\":null},\"bic\":null,\"ocid\":null}}"));
    }

    @Test
    void what_an_editor_records_while_securities_are_taken_in_stays() throws Exception {
        stays(
                "gleif",
                "",
                gleif("{\"type\":\"isins\",\"id\":\"i\",\"attributes\":{\"lei\":\"" + lei
                        + "\",\"isin\":\"US0231351067\"}}"));
    }

    @Test
    void what_an_editor_records_while_an_earlier_name_is_taken_in_stays() throws Exception {
        stays(
                "gleif",
                "?asOf=2015-01-01",
                gleif("{\"type\":\"field-modifications\",\"id\":\"m" + run
                        + "\",\"attributes\":{\"lei\":\"" + lei
                        + "\",\"recordType\":\"LEI\",\"modificationType\":\"UPDATE\",\"field\":\"/lei:LEIData/lei:LEIRecords/lei:LEIRecord/lei:Entity/lei:LegalName\",\"date\":\"2020-02-01T00:00:00Z\",\"valueOld\":\"Before "
                        + run + "\",\"valueNew\":\"Edited " + run + "\"}}"));
    }

    @Test
    void what_an_editor_records_while_a_dataset_is_taken_in_stays() throws Exception {
        stays(
                "ftm",
                "",
                "{\"id\":\"ftm-" + run + "\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Edited " + run
                        + "\"],\"leiCode\":[\"" + lei + "\"]}}");
    }

    private static String gleif(String element) {
        return "{\"data\":[" + element + "]}";
    }

    /** Given an editor who waits to write the profile, before the import does: whoever waits first is let in first. */
    private void stays(String format, String moment, String file) throws Exception {
        String etag = profile("").send().statusCode(201).extract().header("ETag");
        ExecutorService editors = Executors.newSingleThreadExecutor();
        String job;
        try (Connection holder = DriverManager.getConnection(url, role, password);
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('profile/" + key + "/" + key + "', 0))");
            Future<ValidatableResponse> edited = editors.submit(
                    () -> profile("\"website\":\"https://edited.example\",").sendIfMatch(etag));
            await().atMost(PATIENCE).until(() -> count(statement, WAITING), is(1));
            job = Import.send(format, file.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            await().atMost(PATIENCE).until(() -> count(statement, WAITING), is(2));
            holder.commit();
            edited.get().statusCode(200);
        } finally {
            editors.shutdown();
        }

        assertThat(Import.finished(job).getInt("accepted")).isEqualTo(1);
        given().get("/v1/companies/" + key + moment)
                .then()
                .statusCode(200)
                .body("website", equalTo("https://edited.example"));
        given().get("/v1/companies/" + key + "/history").then().body("items.revision.max()", equalTo(3));
        assertThat(toldRevisions())
                .as("the feed tells them in the order in which they were recorded")
                .containsExactly(1, 2, 3);
    }

    private List<Integer> toldRevisions() {
        List<Integer> revisions = new ArrayList<>();
        String following = "";
        while (true) {
            JsonPath page = given().get("/v1/events?limit=500" + following)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (page.getList("items").isEmpty()) {
                return revisions;
            }
            revisions.addAll(
                    page.getList("items.findAll { it.subject == '" + key + "' }.data.revision", Integer.class));
            following = "&cursor=" + page.getString("next");
        }
    }

    private Write profile(String more) {
        return Write.put(
                "/v1/companies/" + key,
                "{\"kind\":\"company\",\"legalName\":\"Edited " + run + "\"," + more
                        + "\"identifiers\":[{\"scheme\":\"lei\",\"value\":\"" + lei + "\"}],\"sources\":" + SOURCES
                        + "}");
    }

    private static int count(Statement statement, String query) throws SQLException {
        try (ResultSet count = statement.executeQuery(query)) {
            count.next();
            return count.getInt(1);
        }
    }
}
