package io.cumulo.companies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only files that are handed in to be imported may be large: whatever is held in memory may not, however it is named. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BodyLimitsTest {

    private static final int LIMIT = 1_048_576;

    @ParameterizedTest
    @ValueSource(strings = {"/v1/companies/imports", "/v1/companies/amazon/roles/imports"})
    void a_key_that_is_named_as_the_imports_are_lets_no_large_body_in(String path)
            throws IOException, InterruptedException {
        given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(" ".repeat(LIMIT + 1))
                .put(path)
                .then()
                .statusCode(413)
                .body("type", is("urn:cumulo:problem:body-too-large"));
        assertThat(inChunks("PUT", path, 2 * LIMIT).statusCode()).isIn(405, 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/companies/amazon/imports", "/v1/companies/amazon/roles/imports/retraction"})
    void only_a_collection_s_imports_take_files(String path) throws IOException, InterruptedException {
        assertThat(inChunks("POST", path, 2 * LIMIT).statusCode()).isIn(404, 413);
        given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/json")
                .body(" ".repeat(LIMIT + 1))
                .post(path)
                .then()
                .statusCode(413);
    }

    @Test
    void a_file_that_is_handed_in_may_be_large() throws IOException, InterruptedException {
        assertThat(inChunks("POST", "/v1/companies/imports?format=ndjson", 2 * LIMIT)
                        .statusCode())
                .isEqualTo(202);
    }

    private static HttpResponse<String> inChunks(String method, String path, int bytes)
            throws IOException, InterruptedException {
        byte[] blank = " ".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.editor())
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blank)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
