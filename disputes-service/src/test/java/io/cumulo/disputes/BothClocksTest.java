package io.cumulo.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suspensions that are kept for contracts are those that the docket folds to, at every moment of both clocks. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class BothClocksTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2020-01-01");
    private static final int DAYS = 40;
    private static final List<String> KINDS = List.of(
            "filing",
            "injunction-granted",
            "injunction-granted",
            "injunction-lifted",
            "stay",
            "stay-lifted",
            "ruling",
            "dismissal");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_contract_is_suspended_when_the_docket_says_so(long seed) {
        Random random = new Random(seed);
        String id = UUID.randomUUID().toString();
        Bodies.contract(id).send().statusCode(201);
        Bodies.dispute(id, id).send().statusCode(201);
        Bodies.entry(id, "complaint", "filing", FIRST_DAY.toString()).send().statusCode(201);
        List<String> instants = recordAtRandom(id, random);

        assertThat(instants).hasSizeGreaterThan(5);
        for (int question = 0; question < 60; question++) {
            String knownAt = instants.get(random.nextInt(instants.size()));
            String asOf = FIRST_DAY.plusDays(random.nextInt(DAYS + 2)).toString();
            JsonPath folded = read("/v1/disputes/" + id, asOf, knownAt);
            JsonPath kept = read("/v1/contracts/" + id, asOf, knownAt);
            assertThat(kept.getList("suspensions.from")).isEqualTo(folded.getList("state.suspensions.from"));
            assertThat(kept.getList("suspensions.to")).isEqualTo(folded.getList("state.suspensions.to"));
            assertThat(keys(kept.getList("suspensions.orderedBy.flatten()")))
                    .containsExactlyInAnyOrderElementsOf(folded.getList("state.suspensions.orderedBy.flatten()"));
            assertThat(listed(id, asOf, knownAt)).isEqualTo(kept.getBoolean("suspended"));
        }
    }

    /** Offers the docket entries in no order; most are allowed. The instants at which it learnt something. */
    private static List<String> recordAtRandom(String dispute, Random random) {
        List<String> instants = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            String day = FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
            ValidatableResponse answer = Bodies.entry(
                            dispute, "e-" + number, kind, random.nextInt(8) == 0 ? "2020-01" : day, extras(kind))
                    .send();
            if (answer.extract().statusCode() == 201) {
                instants.add(answer.extract().path("recordedAt"));
            }
        }
        return instants;
    }

    private static String extras(String kind) {
        return switch (kind) {
            case "stay" -> ",\"scope\":\"performance\"";
            case "ruling" -> ",\"outcome\":\"for-respondent\"";
            case "dismissal" -> ",\"reason\":\"other\"";
            default -> "";
        };
    }

    private static JsonPath read(String path, String asOf, String knownAt) {
        return given().queryParam("asOf", asOf)
                .queryParam("knownAt", knownAt)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static boolean listed(String contract, String asOf, String knownAt) {
        return read("/v1/contracts?suspended=true&limit=500", asOf, knownAt)
                .getList("items.id")
                .contains(contract);
    }

    private static List<String> keys(List<String> paths) {
        return paths.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }
}
