package io.cumulo.companies.relationship;

import static io.cumulo.kit.testing.Write.SOURCES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Companies above each other, number 0 at the bottom. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HierarchyTest {

    private static final int LONGEST_TRANSACTION_SECONDS = 5;

    private final String run = "h" + UUID.randomUUID().toString().substring(0, 8);

    private String company(int number) {
        return run + "-" + number;
    }

    private void companies(int count) {
        for (int number = 0; number < count; number++) {
            Write.put(
                            "/v1/companies/" + company(number),
                            "{\"kind\":\"company\",\"legalName\":\"Level\",\"sources\":" + SOURCES + "}")
                    .send()
                    .statusCode(201);
        }
    }

    private ValidatableResponse unit(int member, int head, String period) {
        return related(member, "unit-of", head, period);
    }

    private ValidatableResponse parent(int head, int member, String period) {
        return related(head, "parent-of", member, period);
    }

    private ValidatableResponse related(int subject, String type, int to, String period) {
        return Write.post(
                        "/v1/companies/" + company(subject) + "/relationships",
                        "{\"type\":\"" + type + "\",\"to\":\"" + company(to) + "\"" + period.replace('\'', '"')
                                + ",\"sources\":" + SOURCES + "}")
                .send();
    }

    private void refused(ValidatableResponse answer, IntStream ring) {
        String problem = new String(answer.extract().asByteArray(), StandardCharsets.UTF_8);
        assertThat(JsonPath.from(problem).getString("errors[0].detail")).isEqualTo(way(ring));
    }

    private String way(IntStream numbers) {
        return "would close a ring of parents and units: "
                + numbers.mapToObj(this::company).collect(Collectors.joining(" → "));
    }

    @Test
    void a_ring_is_refused_however_many_are_in_it() {
        int count = 60;
        companies(count);
        for (int number = 1; number < count; number++) {
            unit(number - 1, number, "").statusCode(201);
        }

        refused(parent(0, count - 1, "").statusCode(422), IntStream.range(0, count));
        refused(unit(count - 1, 0, "").statusCode(422), IntStream.range(0, count));
    }

    @Test
    void links_that_two_sources_tell_cost_no_more_than_twice_as_many() {
        int levels = 25;
        companies(levels + 2);
        for (int number = 1; number <= levels; number++) {
            unit(number, number + 1, "").statusCode(201);
            parent(number + 1, number, "").statusCode(201);
        }

        unit(0, 1, "").statusCode(201).time(lessThan((long) LONGEST_TRANSACTION_SECONDS), SECONDS);
    }

    @Test
    void a_ring_needs_a_day_on_which_all_of_it_holds() {
        companies(3);
        unit(0, 1, ",'validFrom':'2001','validTo':'2005'").statusCode(201);
        parent(2, 1, ",'validFrom':'2004','validTo':'2010'").statusCode(201);

        unit(2, 0, ",'validFrom':'2006'").statusCode(201);
        unit(2, 0, ",'validTo':'2003'").statusCode(201);
        refused(unit(2, 0, ",'validFrom':'2005-12-31'").statusCode(422), IntStream.range(0, 3));
        refused(unit(2, 0, "").statusCode(422), IntStream.range(0, 3));
    }
}
