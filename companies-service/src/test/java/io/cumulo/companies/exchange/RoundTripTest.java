package io.cumulo.companies.exchange;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
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

/** What was exported and is imported elsewhere is the same record: generated companies with all that can be told of them, of every time. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundTripTest {

    private static final int COMPANIES = 6;
    private static final List<String> KINDS =
            List.of("company", "business-unit", "brand", "public-body", "research-firm", "publisher", "court");
    private static final List<String> NAMES = List.of(
            "Acme \\\"Quoted\\\" GmbH", "丁戊己庚", "Ñandú & Söhne S.A.", "שלום בע\\\"מ", "Ab\\\\cd 😀 Ltd", "İş A.Ş.");

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String here = "here-" + run;
    private final String there = "there-" + run;

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 20200420})
    void an_export_that_is_imported_elsewhere_is_the_same_record(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < COMPANIES; number++) {
            lines.addAll(profiles(here + "-" + number, random));
        }
        for (int fact = 0; fact < 25; fact++) {
            lines.add(fact(random.nextInt(COMPANIES), fact, random));
        }
        JsonPath told = Import.of("ndjson", String.join("\n", lines));
        assertThat(told.getInt("accepted")).as("seed " + seed).isGreaterThan(COMPANIES + 10);
        Write.post(
                        "/v1/companies/" + here + "-0/merge",
                        "{\"into\":\"" + here + "-1\",\"reason\":\"one\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);

        String export = exported(here);
        assertThat(export).contains("/roles/", "/merge\"");
        JsonPath elsewhere = Import.of("ndjson", export.replace(here, there));
        assertThat(elsewhere.getInt("rejected")).as("seed " + seed).isZero();
        assertThat(exported(there)).as("seed " + seed).isEqualTo(export.replace(here, there));

        JsonPath again = Import.of("ndjson", export);
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("rejected")).isZero();
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

    /** One profile, or several for different times. */
    private static List<String> profiles(String key, Random random) {
        List<String> lines = new ArrayList<>();
        for (int version = random.nextInt(3); version >= 0; version--) {
            String identifiers = random.nextBoolean()
                    ? "{\"scheme\":\"lei\",\"value\":\"" + Leis.of(key + random.nextInt(99)) + "\"}"
                    : "{\"scheme\":\"ticker\",\"value\":\"" + random.nextInt(999) + "\",\"market\":\"XHKG\"}";
            lines.add(line(
                    key,
                    "{\"kind\":\"" + one(KINDS, random) + "\",\"legalName\":\"" + one(NAMES, random)
                            + "\",\"names\":[{\"name\":\""
                            + one(NAMES, random)
                            + "\",\"language\":\"zh-Hans\",\"script\":\"Hans\",\"type\":\"native\"}],\"country\":"
                            + either("\"ES\"", random) + ",\"identifiers\":[" + identifiers + "],\"sector\":"
                            + either("\"cloud, chips\"", random) + ",\"foundedOn\":" + either("\"1999-04\"", random)
                            + ",\"website\":"
                            + either("\"https://example.com/a?b=c\"", random) + ","
                            + (version == 0 ? "" : days(random)) + assertion(random)));
        }
        return lines;
    }

    private String fact(int company, int number, Random random) {
        String other = here + "-" + (company + 1) % COMPANIES;
        String body =
                switch (number % 6) {
                    case 0 ->
                        "roles \"person\":\"" + one(NAMES, random) + "\",\"title\":\"CEO\",\"at\":"
                                + either("\"" + other + "\"", random);
                    case 1 ->
                        "statements \"speaker\":\"A\",\"medium\":null,\"on\":\"2020-04\",\"words\":\""
                                + one(NAMES, random) + "\",\"language\":\"es\"";
                    case 2 ->
                        "relationships \"type\":\"customer-of\",\"to\":\"" + other + "\",\"percentage\":"
                                + either("10.50", random);
                    case 3 ->
                        "market-positions \"researcher\":\"" + other
                                + "\",\"market\":\"cloud\",\"region\":\"worldwide\",\"period\":\"2020-Q1\",\"rank\":"
                                + either("2", random) + ",\"share\":" + either("100", random);
                    case 4 -> "events \"on\":\"2003-05\",\"title\":\"SARS\",\"certainty\":\"unconfirmed\"";
                    default ->
                        "reporting-exceptions \"level\":\"direct\",\"reason\":\"no-lei\",\"reference\":"
                                + either("\"Art. 1\"", random);
                };
        String[] kind = body.split(" ", 2);
        String when = kind[0].equals("roles") || kind[0].equals("relationships") ? days(random) : "";
        return line(
                here + "-" + company + "/" + kind[0] + "/f" + number, "{" + kind[1] + "," + when + assertion(random));
    }

    private static String days(Random random) {
        int from = 1990 + random.nextInt(30);
        return "\"validFrom\":\"" + from + "\",\"validTo\":\"" + (from + random.nextInt(12)) + "-0"
                + (1 + random.nextInt(9)) + "\",";
    }

    private static String assertion(Random random) {
        return "\"standing\":\"" + (random.nextInt(4) == 0 ? "contested" : "asserted") + "\",\"preferred\":"
                + random.nextBoolean() + ",\"sources\":" + SOURCES + "}";
    }

    private static String either(String value, Random random) {
        return random.nextBoolean() ? value : "null";
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String line(String path, String body) {
        return "{\"path\":\"/v1/companies/" + path + "\",\"body\":" + body + "}";
    }
}
