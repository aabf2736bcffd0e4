package io.cumulo.companies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BusyConnectionsTest {

    private static final int REQUESTS = 40;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "cumulo.database.owner.username")
    String owner;

    @ConfigProperty(name = "cumulo.database.owner.password")
    String password;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int pool;

    @ConfigProperty(name = "cumulo.database.writers", defaultValue = "12")
    int most;

    @TestHTTPResource(value = "health/ready", management = true)
    URI readiness;

    @Test
    void a_process_whose_connections_are_all_busy_is_ready_and_answers_when_they_are_free() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(REQUESTS);
        List<Future<Integer>> answers = new ArrayList<>();
        try (Connection lock = DriverManager.getConnection(url, owner, password);
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table profile in access exclusive mode");
            for (int reader = 0; reader < REQUESTS; reader++) {
                answers.add(readers.submit(() -> given().get("/v1/companies").statusCode()));
            }
            Awaitility.await().until(() -> waiting() >= pool);
            given().get(readiness).then().statusCode(200).body("status", is("UP"));
        } finally {
            readers.shutdown();
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    void reading_goes_on_while_whoever_writes_has_to_wait() throws Exception {
        String run = UUID.randomUUID().toString();
        ExecutorService writers = Executors.newFixedThreadPool(REQUESTS);
        List<Future<Integer>> answers = new ArrayList<>();
        try (Connection lock = DriverManager.getConnection(url, owner, password);
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table profile in share row exclusive mode");
            for (int writer = 0; writer < REQUESTS; writer++) {
                Write write = Write.put(
                        "/v1/companies/w" + writer + "-" + run,
                        "{\"kind\":\"company\",\"legalName\":\"Waiting\",\"sources\":" + Write.SOURCES + "}");
                answers.add(writers.submit(() -> write.send().extract().statusCode()));
            }
            Awaitility.await().until(() -> waiting() == most);
            given().get("/v1/companies?limit=1").then().statusCode(200);
            assertThat(waiting()).isEqualTo(most);
        } finally {
            writers.shutdown();
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(201);
        }
    }

    private int waiting() throws SQLException {
        try (Connection look = DriverManager.getConnection(url, owner, password);
                Statement statement = look.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = 'profile'::regclass")) {
            found.next();
            return found.getInt(1);
        }
    }
}
