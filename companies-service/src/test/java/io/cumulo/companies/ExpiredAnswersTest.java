package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.cumulo.kit.testing.Write;
import io.cumulo.kit.write.ExpiredAnswers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExpiredAnswersTest {

    private final String key = UUID.randomUUID().toString();
    private final ExpiredAnswers answers;

    ExpiredAnswersTest(ExpiredAnswers answers) {
        this.answers = answers;
    }

    private ValidatableResponse post(String name) {
        return Write.post(
                        "/v1/companies",
                        "{\"kind\":\"company\",\"legalName\":\"" + name + "\",\"sources\":" + SOURCES + "}")
                .send(given().auth()
                        .oauth2(Tokens.editor())
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key));
    }

    private void age(String hours) throws SQLException {
        try (Connection connection = SchemaOwner.connect();
                PreparedStatement update = connection.prepareStatement(
                        "update idempotent_request set stored_at = now() - cast(? as interval) where key = ?")) {
            update.setString(1, hours + " hours");
            update.setString(2, key);
            update.executeUpdate();
        }
    }

    @Test
    void an_answer_is_repeated_for_two_days_and_its_key_is_free_afterwards() throws Throwable {
        post("Kept " + key).statusCode(201);
        age("47");
        VertxContextSupport.subscribeAndAwait(answers::drop);
        post("Kept " + key).statusCode(201).header("Idempotency-Replayed", "true");

        age("49");
        VertxContextSupport.subscribeAndAwait(answers::drop);
        post("Another " + key).statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    /** More than are dropped in one transaction. */
    @Test
    void however_many_there_are_all_are_dropped() throws Throwable {
        SchemaOwner.execute(
                "insert into idempotent_request (principal, key, route, body_sha256, status, headers, body, stored_at)"
                        + " select '" + key + "', number, 'POST /', '', 201, '{}', '', now() - interval '49 hours'"
                        + " from generate_series(1, 25000) number");
        VertxContextSupport.subscribeAndAwait(answers::drop);

        assertThat(SchemaOwner.count("idempotent_request where principal = '" + key + "'"))
                .isZero();
    }

    @Test
    void while_one_drops_them_no_other_waits_for_it() throws Throwable {
        SchemaOwner.execute(
                "insert into idempotent_request (principal, key, route, body_sha256, status, headers, body, stored_at)"
                        + " values ('" + key + "', 'held', 'POST /', '', 201, '{}', '', now() - interval '60 hours')");
        try (Connection other = SchemaOwner.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('expired answers', 0))");
            statement.execute("delete from idempotent_request where principal = '" + key + "'");

            assertThatNoException()
                    .isThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> answers.drop()
                            .ifNoItem()
                            .after(Duration.ofSeconds(10))
                            .fail()));
            other.rollback();
        }
    }
}
