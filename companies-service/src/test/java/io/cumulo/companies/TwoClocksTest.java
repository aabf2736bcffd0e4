package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random assertions and retractions in any order of valid time, against a plain list of what was said and when. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwoClocksTest {

    private static final LocalDate ORIGIN = LocalDate.of(2020, 1, 1);
    private static final int WRITES = 25;
    private static final int DAYS = 20;

    /** What was said: from the instant on, the name holds on the days. A retraction says "retracted" of all days that had a name. */
    private record Said(Instant recordedAt, LocalDate from, LocalDate to, String name) {

        boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000})
    void at_every_point_of_both_clocks_the_last_thing_said_of_it_holds(long seed) {
        Random random = new Random(seed);
        String company = "/v1/companies/" + UUID.randomUUID();
        List<Said> said = new ArrayList<>();
        for (int number = 0; number < WRITES; number++) {
            said.add(
                    random.nextInt(10) == 0 && !said.isEmpty()
                            ? retract(company, said)
                            : assertName(company, random, "Name " + number, said));
        }
        Stream<Instant> instants =
                said.stream().flatMap(one -> Stream.of(one.recordedAt().minusNanos(1000), one.recordedAt()));
        instants.forEach(knownAt -> {
            for (int day = -2; day < DAYS + 2; day += 1 + random.nextInt(3)) {
                LocalDate asOf = ORIGIN.plusDays(day);
                assertThat(answer(company, asOf, knownAt))
                        .as("seed " + seed + ": " + asOf + " known at " + knownAt)
                        .isEqualTo(expected(said, asOf, knownAt));
            }
        });
    }

    private static Said assertName(String company, Random random, String name, List<Said> said) {
        LocalDate from = random.nextInt(5) == 0 ? null : ORIGIN.plusDays(random.nextInt(DAYS));
        LocalDate to = random.nextInt(5) == 0 ? null : (from == null ? ORIGIN : from).plusDays(random.nextInt(DAYS));
        Write write = Write.put(
                company,
                "{\"kind\":\"company\",\"legalName\":\"" + name + "\",\"validFrom\":" + quoted(from) + ",\"validTo\":"
                        + quoted(to) + ",\"sources\":" + SOURCES + "}");
        ValidatableResponse answer = said.isEmpty() ? write.send() : write.sendIfMatch("*");
        Instant recordedAt = Instant.parse(
                answer.statusCode(said.isEmpty() ? 201 : 200).extract().path("recordedAt"));
        return new Said(recordedAt, from, to, name);
    }

    private static Said retract(String company, List<Said> said) {
        ValidatableResponse answer = Write.post(
                        company + "/retraction", "{\"reason\":\"withdrawn\",\"sources\":" + SOURCES + "}")
                .send();
        if (answer.extract().statusCode() == 409) {
            return said.get(said.size() - 1);
        }
        return new Said(Instant.parse(answer.statusCode(200).extract().path("recordedAt")), null, null, "retracted");
    }

    private static String expected(List<Said> said, LocalDate asOf, Instant knownAt) {
        String holds = "nothing";
        for (Said one : said) {
            if (!one.recordedAt().isAfter(knownAt)
                    && one.covers(asOf)
                    && !(one.name().equals("retracted") && holds.equals("nothing"))) {
                holds = one.name();
            }
        }
        return holds;
    }

    private static String answer(String company, LocalDate asOf, Instant knownAt) {
        Response answer = given().queryParam("asOf", asOf.toString())
                .queryParam("knownAt", knownAt.toString())
                .get(company);
        if (answer.statusCode() == 404) {
            return "nothing";
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.path("standing").equals("retracted") ? "retracted" : answer.path("legalName");
    }

    private static String quoted(LocalDate day) {
        return day == null ? "null" : "\"" + day + "\"";
    }
}
