package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whatever the service's code does, its database keeps no two versions of a fact for one point of both clocks, and changes none. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VersionsInTheDatabaseTest {

    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final String url;
    private final String role;
    private final String password;
    private final String owner;
    private final String ownersPassword;

    VersionsInTheDatabaseTest(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "cumulo.database.username") String role,
            @ConfigProperty(name = "cumulo.database.password") String password,
            @ConfigProperty(name = "cumulo.database.owner.username") String owner,
            @ConfigProperty(name = "cumulo.database.owner.password") String ownersPassword) {
        this.url = url;
        this.role = role;
        this.password = password;
        this.owner = owner;
        this.ownersPassword = ownersPassword;
    }

    @Test
    void a_second_version_for_days_that_have_one_is_refused_by_the_database() throws SQLException {
        String key = company();
        for (String days : List.of("null, null", "'2019-01-01', '2020-01-01'", "null, '1900-01-01'")) {
            refused(
                    EXCLUSION_VIOLATION,
                    "insert into profile (version_id, subject, fact_id, revision, standing, preferred, sources, recorded_by, kind, legal_name,"
                            + " names, identifiers, valid_from, valid_to) select uuidv7(), subject, fact_id, 2, standing, preferred, sources,"
                            + " recorded_by, kind, 'Another', names, identifiers, " + days
                            + " from profile where subject = '" + key + "'");
        }
    }

    @Test
    void a_version_is_neither_changed_nor_deleted_whoever_asks() throws SQLException {
        String key = company();
        for (String statement : List.of(
                "update profile set legal_name = 'Changed' where subject = '" + key + "'",
                "update profile set recorded_from = recorded_from - interval '1 day' where subject = '" + key + "'",
                "delete from profile where subject = '" + key + "'",
                "truncate profile")) {
            refused(INSUFFICIENT_PRIVILEGE, statement);
        }
        assertThatThrownBy(() -> execute(owner, ownersPassword, "delete from profile where subject = '" + key + "'"))
                .hasMessageContaining("facts are never destroyed");
        assertThatThrownBy(() -> execute(
                        owner,
                        ownersPassword,
                        "update profile set legal_name = 'Changed' where subject = '" + key + "'"))
                .hasMessageContaining("a fact's version only ever ends");
    }

    @Test
    void nobody_but_the_service_enters_or_runs_as_the_owner() throws SQLException {
        assertThat(texts("select privilege from (values ('connect'), ('temporary'), ('create')) as of (privilege)"
                        + " where has_database_privilege('public', current_database(), privilege)"))
                .isEmpty();
        assertThat(texts("select count(*) > 0 from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"))
                .containsExactly("t");
        assertThat(texts(
                        "select oid::regprocedure from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
                                + " and has_function_privilege('public', oid, 'execute')"))
                .isEmpty();
    }

    @Test
    void whatever_is_written_no_two_versions_meet_on_both_clocks() throws SQLException {
        Random random = new Random(20200420);
        String key = company();
        for (int write = 0; write < 40; write++) {
            Write.put("/v1/companies/" + key, profile("Name " + write, days(random)))
                    .sendIfMatch("*")
                    .statusCode(200);
            if (random.nextInt(8) == 0) {
                Write.post("/v1/companies/" + key + "/retraction", "{\"reason\":\"wrong\",\"sources\":" + SOURCES + "}")
                        .send();
            }
        }
        assertThat(texts("select count(*) > 60 from profile where subject = '" + key + "'"))
                .containsExactly("t");
        assertThat(texts(
                        "select a.version_id from profile a join profile b on a.subject = b.subject and a.version_id < b.version_id"
                                + " and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)"
                                + " and tstzrange(a.recorded_from, a.recorded_to) && tstzrange(b.recorded_from, b.recorded_to)"
                                + " where a.subject = '" + key + "'"))
                .isEmpty();
    }

    private static String company() {
        String key = UUID.randomUUID().toString();
        Write.put("/v1/companies/" + key, profile("One", "")).send().statusCode(201);
        return key;
    }

    private static String days(Random random) {
        int from = 2000 + random.nextInt(20);
        String begin = random.nextInt(5) == 0 ? "" : "\"validFrom\":\"" + from + "\",";
        return begin + (random.nextInt(5) == 0 ? "" : "\"validTo\":\"" + (from + random.nextInt(9)) + "-06\",");
    }

    private static String profile(String name, String days) {
        return "{\"kind\":\"company\",\"legalName\":\"" + name + "\"," + days + "\"sources\":" + SOURCES + "}";
    }

    private void refused(String state, String statement) {
        assertThatThrownBy(() -> execute(role, password, statement))
                .as(statement)
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .isEqualTo(state));
    }

    private void execute(String user, String secret, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, secret);
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, role, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
