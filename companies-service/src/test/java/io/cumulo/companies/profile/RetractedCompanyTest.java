package io.cumulo.companies.profile;

import static io.cumulo.kit.testing.Write.SOURCES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a company that was taken back nothing is told any more, and by nobody else, until it is asserted again. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RetractedCompanyTest {

    private static final String COMPANY =
            "{\"kind\":\"company\",\"legalName\":\"Taken Back\",\"sources\":" + SOURCES + "}";
    private static final String EVENT =
            "{\"on\":\"2003-05\",\"title\":\"SARS\",\"certainty\":\"unconfirmed\",\"sources\":" + SOURCES + "}";
    private static final String RETRACTION = "{\"reason\":\"invented\",\"sources\":" + SOURCES + "}";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String standing = "/v1/companies/standing-" + run;
    private final String retracted = "/v1/companies/retracted-" + run;

    @BeforeEach
    void a_company_is_taken_back_and_another_stands() {
        Write.put(standing, COMPANY).send().statusCode(201);
        Write.put(retracted, COMPANY).send().statusCode(201);
        Write.put(retracted + "/events/before", EVENT).send().statusCode(201);
        Write.post(retracted + "/retraction", RETRACTION).send().statusCode(200);
    }

    @Test
    void nothing_new_is_told_of_it() {
        Write.post(retracted + "/events", EVENT)
                .send()
                .statusCode(409)
                .body("type", is("urn:cumulo:problem:not-allowed-now"))
                .body("detail", is("retracted-" + run + " was retracted; assert it again (PUT) to tell more of it"));
        related(retracted, "standing-" + run).send().statusCode(409);
        Write.post(retracted + "/merge", "{\"into\":\"standing-" + run + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(409);
    }

    @Test
    void nothing_new_names_it() {
        related(standing, "retracted-" + run)
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/to"))
                .body("errors.detail", contains("retracted-" + run + " is retracted"));
        Write.post(standing + "/merge", "{\"into\":\"retracted-" + run + "\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/into"));
    }

    @Test
    void what_was_told_of_it_can_be_taken_back_too() {
        Write.post(retracted + "/events/before/retraction", RETRACTION).send().statusCode(200);
    }

    @Test
    void once_it_is_asserted_again_more_is_told_of_it() {
        Write.put(retracted, COMPANY).sendIfMatch("*").statusCode(200);
        Write.post(retracted + "/events", EVENT).send().statusCode(201);
        related(standing, "retracted-" + run).send().statusCode(201);
    }

    private static Write related(String company, String to) {
        return Write.post(
                company + "/relationships",
                "{\"type\":\"competes-with\",\"to\":\"" + to + "\",\"sources\":" + SOURCES + "}");
    }
}
