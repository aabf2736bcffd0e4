package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Record time is the database's: it goes by its own clock whether the past is settled, however far ahead that of a process is. In a database of its own, where
 * nothing was recorded while its clock was right.
 */
@QuarkusTest
@QuarkusTestResource(value = TestDatabase.class, restrictToAnnotatedClass = true)
class ClockBehindTest {

    private static final int SECONDS_BEHIND = 65;

    private final String company = "/v1/companies/" + UUID.randomUUID();
    private final String url;
    private final String owner;
    private final String ownersPassword;
    private final String role;
    private final String password;

    ClockBehindTest(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "cumulo.database.owner.username") String owner,
            @ConfigProperty(name = "cumulo.database.owner.password") String ownersPassword,
            @ConfigProperty(name = "cumulo.database.username") String role,
            @ConfigProperty(name = "cumulo.database.password") String password) {
        this.url = url;
        this.owner = owner;
        this.ownersPassword = ownersPassword;
        this.role = role;
        this.password = password;
    }

    @BeforeEach
    void the_database_s_clock_is_behind() throws SQLException {
        execute(owner, ownersPassword, "create schema behind", "grant usage on schema behind to " + role);
        for (String clock : new String[] {"clock_timestamp", "statement_timestamp", "transaction_timestamp"}) {
            execute(
                    owner,
                    ownersPassword,
                    "create function behind." + clock
                            + "() returns timestamptz language sql volatile return pg_catalog." + clock
                            + "() - interval '" + SECONDS_BEHIND + " seconds'");
        }
        connectAnewWith("set search_path = behind, pg_catalog, public");
    }

    @AfterEach
    void the_database_s_clock_is_right_again() throws SQLException {
        connectAnewWith("reset search_path");
        execute(owner, ownersPassword, "drop schema behind cascade");
    }

    @Test
    void a_past_answer_never_changes_however_far_ahead_the_process_s_clock_is() {
        Write.put(company, "{\"kind\":\"company\",\"legalName\":\"Cloud\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
        Instant knownAt = Instant.now().minusSeconds(SECONDS_BEHIND - 3);
        String answer = rolesKnownAt(knownAt);

        Write.put(company + "/roles/ceo", "{\"person\":\"P\",\"title\":\"T\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);

        assertThat(rolesKnownAt(knownAt)).isEqualTo(answer);
    }

    private String rolesKnownAt(Instant instant) {
        return given().queryParam("knownAt", instant.toString())
                .get(company + "/roles")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void connectAnewWith(String setting) throws SQLException {
        execute(
                role,
                password,
                "alter role " + role + " " + setting,
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()");
        await().until(() -> given().get("/v1/companies").statusCode(), is(200));
    }

    private void execute(String user, String secret, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, secret);
                Statement running = connection.createStatement()) {
            for (String statement : statements) {
                running.execute(statement);
            }
        }
    }
}
