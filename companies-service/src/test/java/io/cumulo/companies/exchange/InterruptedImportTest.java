package io.cumulo.companies.exchange;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The transactions of a process that dies end with its connections; whoever is left goes on where the last one that ended well stood. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InterruptedImportTest {

    private static final int ENTRIES = 3000;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String url;
    private final String role;
    private final String password;

    InterruptedImportTest(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "cumulo.database.username") String role,
            @ConfigProperty(name = "cumulo.database.password") String password) {
        this.url = url;
        this.role = role;
        this.password = password;
    }

    @Test
    void an_import_that_is_torn_from_its_database_is_taken_up_and_records_everything_once() throws SQLException {
        String file = IntStream.range(0, ENTRIES)
                .mapToObj(number -> "{\"path\":\"/v1/companies/torn-" + run + "-" + number
                        + "\",\"body\":{\"kind\":\"company\",\"legalName\":\"Torn\",\"sources\":" + SOURCES + "}}")
                .collect(Collectors.joining("\n"));
        String job = Import.send("ndjson", file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> given().get(job).<Integer>path("read"), read -> read > 0);
        tearConnections();

        await().atMost(Duration.ofSeconds(60)).until(() -> given().get(job).statusCode(), is(200));
        JsonPath finished = Import.finished(job);
        assertThat(finished.getInt("accepted")).isEqualTo(ENTRIES);
        assertThat(finished.getInt("read")).isEqualTo(ENTRIES);
        given().get("/v1/companies/torn-" + run + "-" + (ENTRIES - 1) + "/history")
                .then()
                .body("items.size()", is(1));
    }

    private void tearConnections() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, password);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = current_user and pid <> pg_backend_pid()");
        }
    }
}
