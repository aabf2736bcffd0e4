package io.cumulo.companies.exchange;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How imports end: their entries are dropped in pieces, and what breaks off one keeps no other from going on. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EndedImportsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MANY = 25_000;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void the_database_takes_everything_again() throws SQLException {
        SchemaOwner.execute("drop trigger if exists hindrance on import_entry");
        SchemaOwner.execute("drop trigger if exists hindrance on import_job");
    }

    @Test
    void entries_are_dropped_in_pieces_and_a_broken_off_upload_holds_no_other_import_up() throws SQLException {
        tooManyAtOnceAreRefused();
        String broken = job("receiving", MANY, "now() - interval '7 hours'");
        entries(broken, "1, " + MANY, "'whatever'");
        String large = job("receiving", MANY, "now()");
        entries(large, "1, " + (MANY - 1), "'whatever'");
        entries(large, MANY + ", " + MANY, "'" + line() + "'");
        SchemaOwner.execute("update import_job set state = 'running', read = " + (MANY - 1) + ", accepted = "
                + (MANY - 1) + " where id = '" + large + "'");

        assertThat(Import.finished("/v1/companies/imports/" + large).getString("state"))
                .isEqualTo("done");
        given().get("/v1/companies/ended-" + run).then().statusCode(200);
        assertThat(Import.finished("/v1/companies/imports/" + broken).getString("failure"))
                .isEqualTo("The upload broke off");
        await().atMost(PATIENCE)
                .until(
                        () -> SchemaOwner.count("import_entry where job in ('" + broken + "', '" + large + "')"),
                        is(0L));
    }

    /** The database doesn't take the entries, nor that the import failed, until it is back. */
    @Test
    void an_upload_that_can_t_be_stored_fails_though_the_database_was_away() throws SQLException {
        hindrance("import_entry", "before insert", "row", "");
        hindrance("import_job", "before update", "row", "");
        Response refused = Import.send("ndjson", (line() + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(503);
        String job = newest();
        given().get(job).then().body("state", is("receiving"));

        the_database_takes_everything_again();
        assertThat(Import.finished(job).getString("state")).isEqualTo("failed");
        given().get("/v1/companies/ended-" + run).then().statusCode(404);
    }

    @Test
    void an_import_that_was_given_up_while_it_arrived_doesn_t_come_back() throws Exception {
        PipedInputStream file = new PipedInputStream(1 << 20);
        try (PipedOutputStream client = new PipedOutputStream(file)) {
            CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                                            + "/v1/companies/imports?format=ndjson"))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .header("Authorization", "Bearer " + Tokens.editor())
                                    .POST(BodyPublishers.ofInputStream(() -> file))
                                    .build(),
                            BodyHandlers.ofString());
            String lines = IntStream.range(0, 300).mapToObj(number -> line()).collect(Collectors.joining("\n"));
            client.write((lines + "\n").getBytes(StandardCharsets.UTF_8));
            client.write("\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
            client.flush();
            await().atMost(PATIENCE)
                    .until(() -> SchemaOwner.count("import_entry where text like '%ended-" + run + "\"%'"), is(200L));
            String job = newest();
            SchemaOwner.execute("update import_job set started_at = now() - interval '7 hours' where id = '"
                    + job.substring(job.lastIndexOf('/') + 1) + "'");
            assertThat(Import.finished(job).getString("state")).isEqualTo("failed");
            client.close();

            assertThat(answer.get().statusCode()).isEqualTo(409);
            given().get(job).then().body("state", equalTo("failed")).body("received", is(200));
            await().atMost(PATIENCE)
                    .until(() -> SchemaOwner.count("import_entry where text like '%ended-" + run + "\"%'"), is(0L));
        }
    }

    private String line() {
        return "{\"path\":\"/v1/companies/ended-" + run
                + "\",\"body\":{\"kind\":\"company\",\"legalName\":\"Ended\",\"sources\":" + SOURCES + "}}";
    }

    private static String newest() {
        return "/v1/companies/imports/"
                + given().queryParam("limit", 1).get("/v1/companies/imports").path("items[0].id");
    }

    private String job(String state, int received, String startedAt) throws SQLException {
        String id = UniqueIds.next().toString();
        SchemaOwner.execute(
                "insert into import_job (id, collection, format, editor, state, received, started_at) values ('" + id
                        + "', '/v1/companies/imports', 'ndjson', 'editor', '" + state + "', " + received + ", "
                        + startedAt
                        + ")");
        return id;
    }

    private void entries(String job, String range, String text) throws SQLException {
        SchemaOwner.execute("insert into import_entry (job, number, line, text) select '" + job + "', number, number, "
                + text + " from generate_series(" + range + ") number");
    }

    /** In the place of a time limit, which would need more entries than a test should wait for. */
    private void tooManyAtOnceAreRefused() throws SQLException {
        hindrance("import_entry", "after delete", "statement", " referencing old table as gone");
        SchemaOwner.execute("create or replace function hinder() returns trigger language plpgsql as $$ begin"
                + " if (select count(*) from gone) > 10000 then raise exception 'too slow' using errcode = '57014'; end if;"
                + " return null; end $$");
    }

    private void hindrance(String table, String when, String each, String tables) throws SQLException {
        SchemaOwner.execute("create or replace function hinder() returns trigger language plpgsql as $$ begin"
                + " raise exception 'away' using errcode = '57P03'; end $$");
        SchemaOwner.execute("create trigger hindrance " + when + " on " + table + tables + " for each " + each
                + " execute function hinder()");
    }
}
