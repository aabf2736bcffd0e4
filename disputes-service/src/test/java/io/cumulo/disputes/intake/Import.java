package io.cumulo.disputes.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.kit.testing.RealData;
import io.cumulo.kit.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Hands in files of one format and waits for their jobs. */
public record Import(String path, String format) {

    public static Import contracts(String format) {
        return new Import("/v1/contracts/imports", format);
    }

    public static Import disputes(String format) {
        return new Import("/v1/disputes/imports", format);
    }

    public JsonPath of(String file) {
        return of(utf8(file));
    }

    public static byte[] utf8(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    public JsonPath of(byte[] file) {
        Response handedIn = given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/octet-stream")
                .queryParam("format", format)
                .body(file)
                .post(path);
        handedIn.then().statusCode(202);
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> given().get(handedIn.header("Location")).jsonPath(),
                        job -> !List.of("receiving", "running").contains(job.getString("state")));
    }

    /** A real file. */
    public JsonPath ofReal(String file) {
        return of(bytes(file));
    }

    public static byte[] bytes(String realFile) {
        try {
            return Files.readAllBytes(RealData.file(realFile));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Why entries of the file were refused. */
    public List<String> refusals(JsonPath job) {
        return given().queryParam("limit", 500)
                .get(path + "/" + job.getString("id") + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .path("items.reason");
    }

    /** A file of which everything goes in. */
    public JsonPath whole(byte[] file) {
        JsonPath job = of(file);
        assertThat(job.getInt("rejected")).as(refusals(job).toString()).isZero();
        assertThat(job.getString("state")).isEqualTo("done");
        return job;
    }
}
