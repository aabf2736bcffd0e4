package io.cumulo.companies.exchange;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are recorded at once come to what they come to one by one, whichever of them are wrong. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TakenTogetherTest {

    private static final int COMPANIES = 12;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String together = "together-" + run;
    private final String alone = "alone-" + run;

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void a_file_comes_to_what_its_lines_come_to_by_themselves(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            lines.add(company(random));
        }
        for (int number = 0; number < 20; number++) {
            lines.add(fact(random));
        }

        JsonPath whole = Import.of("ndjson", String.join("\n", lines));
        List<JsonPath> each = lines.stream()
                .map(line -> Import.of("ndjson", line.replace(together, alone)))
                .toList();

        for (String count : List.of("accepted", "unchanged", "rejected")) {
            assertThat(whole.getInt(count))
                    .as(count + " of seed " + seed)
                    .isEqualTo(each.stream().mapToInt(one -> one.getInt(count)).sum());
        }
        assertThat(whole.getInt("accepted")).isPositive();
        assertThat(whole.getInt("rejected")).isPositive();
        assertThat(exported(together).replace(together, alone))
                .as("seed " + seed)
                .isEqualTo(exported(alone));
    }

    private String company(Random random) {
        String name = random.nextInt(6) == 0 ? "" : "Name " + random.nextInt(3);
        return line(together + "-" + random.nextInt(COMPANIES), "\"kind\":\"company\",\"legalName\":\"" + name + "\"");
    }

    private String fact(Random random) {
        String subject = together + "-" + random.nextInt(COMPANIES);
        String other = together + "-" + random.nextInt(COMPANIES);
        return random.nextBoolean()
                ? line(
                        subject + "/roles/r" + random.nextInt(2),
                        "\"person\":\"P\",\"title\":\"CEO\",\"at\":\"" + other + "\"")
                : line(subject + "/relationships/r", "\"type\":\"unit-of\",\"to\":\"" + other + "\"");
    }

    private static String line(String path, String members) {
        return "{\"path\":\"/v1/companies/" + path + "\",\"body\":{" + members + ",\"sources\":" + SOURCES + "}}";
    }

    private static String exported(String prefix) {
        return given().get("/v1/companies/exports")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("{\"path\":\"/v1/companies/" + prefix))
                .collect(Collectors.joining("\n"));
    }
}
