package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.cumulo.kit.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Hands in a file and waits for its job. */
public final class Import {

    private Import() {}

    public static JsonPath of(String collection, String format, String file) {
        return of(collection, format, file.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonPath of(String collection, String format, byte[] file) {
        Response handedIn = given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/octet-stream")
                .queryParam("format", format)
                .body(file)
                .post(collection + "/imports");
        handedIn.then().statusCode(202);
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> given().get(handedIn.header("Location")).jsonPath(),
                        job -> !job.getString("state").equals("receiving")
                                && !job.getString("state").equals("running"));
    }

    /** What was refused of it. */
    public static JsonPath rejections(String collection, JsonPath job) {
        return given().get(collection + "/imports/" + job.getString("id") + "/rejections")
                .jsonPath();
    }
}
