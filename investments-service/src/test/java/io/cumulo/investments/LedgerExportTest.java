package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken away says the same as what is asked for, in the eyes of other programs too. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class LedgerExportTest {

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void post() {
        String commitment = "/v1/commitments/" + id;
        Write.put(
                        commitment,
                        Examples.commitment("alibaba-group", "{\"amount\":\"1000.50\",\"currency\":\"EUR\"}")
                                .replace("Cloud plan", "Plan \\\"A\\\"; part 1, \\\\ * 2\\nand ! more | 阿里巴巴"))
                .send()
                .statusCode(201);
        Write.put(commitment + "-b", Examples.commitment("jd-com", "{\"amount\":\"1234\",\"currency\":\"JPY\"}"))
                .send()
                .statusCode(201);
        Write.put(commitment + "-c", Examples.commitment("jd-com", "{\"amount\":\"1.234\",\"currency\":\"KWD\"}"))
                .send()
                .statusCode(201);
        Write.post(commitment + "/allocations", Examples.movement("400.00", "EUR", "2020-05", "servers"))
                .send()
                .statusCode(201);
        Write.post(commitment + "/disbursements", Examples.movement("500.25", "EUR", "2021-01-31", "servers"))
                .send()
                .statusCode(201);
        String mistake = Write.post(commitment + "/cancellations", Examples.movement("1.00", "EUR", "2021-02-28", null))
                .send()
                .extract()
                .path("id");
        Write.post("/v1/ledger/transactions/" + mistake + "/reversal", Examples.REVERSAL)
                .send()
                .statusCode(201);
    }

    private static String export(String format) {
        return given().queryParam("format", format)
                .get("/v1/ledger/exports")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** What stands on each account alone, by currency, where it isn't zero. */
    private static Map<String, BigDecimal> balances() {
        Map<String, BigDecimal> balances = new TreeMap<>();
        String cursor = null;
        do {
            var request = given().queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/ledger/accounts")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (Map<String, Object> account : page.<Map<String, Object>>getList("items")) {
                for (Map<?, ?> money : (List<Map<?, ?>>) account.get("balances")) {
                    put(
                            balances,
                            (String) account.get("account"),
                            (String) money.get("currency"),
                            new BigDecimal((String) money.get("amount")));
                }
            }
            cursor = page.get("next");
        } while (cursor != null);
        return balances;
    }

    private static void put(Map<String, BigDecimal> balances, String account, String currency, BigDecimal amount) {
        balances.merge(account + " " + currency, amount.stripTrailingZeros(), BigDecimal::add);
        balances.values().removeIf(balance -> balance.signum() == 0);
    }

    private static Map<String, BigDecimal> same(Map<String, BigDecimal> balances) {
        return balances.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().stripTrailingZeros()));
    }

    @Test
    void a_replay_of_the_journal_comes_to_the_same_balances() throws IOException {
        Map<String, BigDecimal> replayed = new TreeMap<>();
        for (String line : export("ndjson").split("\n")) {
            JsonNode transaction = new ObjectMapper().readTree(line);
            for (JsonNode posting : transaction.get("postings")) {
                BigDecimal amount = new BigDecimal(posting.at("/amount/amount").asText());
                String currency = posting.at("/amount/currency").asText();
                put(replayed, posting.get("destination").asText(), currency, amount);
                put(replayed, posting.get("source").asText(), currency, amount.negate());
            }
        }
        assertThat(same(replayed)).isEqualTo(same(balances())).isNotEmpty();
    }

    @Test
    void hledger_comes_to_the_same_balances(@TempDir Path folder) throws Exception {
        Map<String, BigDecimal> found = new TreeMap<>();
        for (String line : run(
                        folder,
                        "hledger",
                        List.of("-f", "FILE", "balance", "--flat", "--no-total", "-N", "-O", "csv", "--layout=bare"),
                        export("hledger"))
                .lines()
                .skip(1)
                .toList()) {
            String[] cells = line.replace("\"", "").split(",");
            put(found, cells[0].replace(':', '/'), cells[1], new BigDecimal(cells[2]));
        }
        assertThat(same(found)).isEqualTo(same(balances())).isNotEmpty();
    }

    @Test
    void beancount_comes_to_the_same_balances(@TempDir Path folder) throws Exception {
        String text = export("beancount");
        assertThat(run(folder, "bean-check", List.of("FILE"), text)).isEmpty();

        Map<String, BigDecimal> found = new TreeMap<>();
        for (String line : run(
                        folder,
                        "bean-query",
                        List.of(
                                "-f",
                                "csv",
                                "FILE",
                                "select account, currency, str(sum(number)) group by account, currency"),
                        text)
                .lines()
                .skip(1)
                .toList()) {
            String[] cells = line.replaceAll("[ ']|Decimal|[()]", "").split(",");
            put(found, path(cells[0]), cells[1], new BigDecimal(cells[2]));
        }
        assertThat(same(found)).isEqualTo(same(balances())).isNotEmpty();
    }

    /** Back from Beancount's names. */
    private static String path(String name) {
        return Stream.of(name.split(":"))
                .skip(1)
                .map(segment -> segment.substring(0, 1).toLowerCase(Locale.ROOT) + segment.substring(1))
                .reduce((above, below) -> above + "/" + below)
                .orElseThrow();
    }

    private static String run(Path folder, String program, List<String> arguments, String text) throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        Assumptions.assumeTrue(installed, program + " isn't installed (Debian packages hledger and beancount)");
        Path file = Files.writeString(folder.resolve("journal"), text);
        List<String> command = Stream.concat(Stream.of(program), arguments.stream())
                .map(argument -> argument.equals("FILE") ? file.toString() : argument)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void csv_has_a_line_for_each_posting() {
        String text = export("csv");
        assertThat(text.lines().findFirst().orElseThrow()).startsWith("transaction,number,kind,on,effectiveOn");
        assertThat(text)
                .contains(",1,pledge,2020-04-20,2020-04-20,")
                .contains(",world,commitments/" + id + "/pledged,1000.50,EUR," + id)
                .contains("\"Plan \"\"A\"\"; part 1, \\ * 2\nand ! more | 阿里巴巴\"\r\n");
    }

    @Test
    void an_export_is_of_a_moment() {
        String before = Instant.now().toString();
        Write.post("/v1/commitments/" + id + "/revisions", Examples.movement("5.00", "EUR", "2022-01-01", null))
                .send()
                .statusCode(201);
        String then = given().queryParam("format", "csv")
                .queryParam("knownAt", before)
                .get("/v1/ledger/exports")
                .asString();
        assertThat(then).contains(id).doesNotContain(",5.00,EUR," + id);
        assertThat(export("csv")).contains(",5.00,EUR," + id);
        assertThat(given().queryParam("format", "csv")
                        .queryParam("asOf", "2021-12-31")
                        .get("/v1/ledger/exports")
                        .asString())
                .doesNotContain(",5.00,EUR," + id);
    }

    @Test
    void what_is_no_format_is_400() {
        given().queryParam("format", "xls")
                .get("/v1/ledger/exports")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("format"));
        given().get("/v1/ledger/exports").then().statusCode(400);
        given().queryParam("format", "hledger")
                .get("/v1/ledger/exports")
                .then()
                .header("Content-Type", containsString("text/plain"))
                .header("Content-Disposition", containsString(".journal"));
        given().queryParam("format", "ndjson")
                .get("/v1/ledger/exports")
                .then()
                .header("Content-Type", containsString("application/x-ndjson"));
    }
}
