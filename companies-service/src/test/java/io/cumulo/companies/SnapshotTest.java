package io.cumulo.companies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SnapshotTest {

    private final String company = "/v1/companies/c-" + UUID.randomUUID();

    @Test
    void whatever_is_recorded_makes_another_snapshot() {
        String before = snapshot();
        String tag = write("Cumulo", "If-None-Match", "*", 201);
        String created = snapshot();
        write("Cumulo Ltd", "If-Match", tag, 200);
        assertThat(snapshot()).isNotIn(before, created);
        assertThat(created).isNotEqualTo(before);
    }

    @Test
    void reading_makes_none() {
        write("Cumulo", "If-None-Match", "*", 201);
        await("none of the service's own tasks writes meanwhile").untilAsserted(() -> {
            String before = snapshot();
            given().get(company).then().statusCode(200);
            given().get("/v1/companies?q=cumulo").then().statusCode(200);
            given().get(company + "?knownAt=2020-01-01T00:00:00Z").then().statusCode(404);
            assertThat(snapshot()).isEqualTo(before);
        });
    }

    private String write(String name, String header, String value, int status) {
        return given().auth()
                .oauth2(Tokens.editor())
                .header(header, value)
                .contentType("application/json")
                .body("{\"kind\":\"company\",\"legalName\":\"" + name
                        + "\",\"sources\":[{\"publisher\":\"P\",\"title\":\"T\",\"quote\":\"Q\"}]}")
                .put(company)
                .then()
                .statusCode(status)
                .extract()
                .header("ETag");
    }

    private static String snapshot() {
        return given().get("/v1/snapshot").then().statusCode(200).extract().path("snapshot");
    }
}
