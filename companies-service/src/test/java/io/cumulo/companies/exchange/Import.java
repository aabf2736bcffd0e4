package io.cumulo.companies.exchange;

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

    public static JsonPath of(String format, String file) {
        return of(format, file.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonPath of(String format, byte[] file) {
        Response handedIn = send(format, file);
        handedIn.then().statusCode(202);
        return finished(handedIn.header("Location"));
    }

    public static Response send(String format, byte[] file) {
        return given().auth()
                .oauth2(Tokens.editor())
                .contentType("application/octet-stream")
                .queryParam("format", format)
                .body(file)
                .post("/v1/companies/imports");
    }

    public static JsonPath finished(String job) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> given().get(job).jsonPath(),
                        answer -> !answer.getString("state").equals("receiving")
                                && !answer.getString("state").equals("running"));
    }
}
