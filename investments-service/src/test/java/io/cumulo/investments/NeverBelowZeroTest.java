package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories on both clocks with reversals, against a model that adds up everything at every pair of a day and an instant: the ledger takes
 * what leaves no account below zero anywhere, and nothing else.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class NeverBelowZeroTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2020-12-20");
    private static final int DAYS = 24;
    private static final String UNDOING = "undoing";

    private final String fund = "funds/n" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> accounts = List.of("world", fund + "/a", fund + "/b", fund + "/c");
    private final String url;
    private final String service;
    private final String password;

    NeverBelowZeroTest(
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "cumulo.database.username") String service,
            @ConfigProperty(name = "cumulo.database.password") String password) {
        this.url = url;
        this.service = service;
        this.password = password;
    }

    private record Posted(String id, String source, String destination, int amount, LocalDate day, Instant recordedAt) {

        int on(String account) {
            return destination.equals(account) ? amount : source.equals(account) ? -amount : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_ledger_takes_what_leaves_no_account_below_zero_and_nothing_else(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Posted> history = new ArrayList<>();
        List<String> undone = new ArrayList<>();
        Map<String, String> answered = new HashMap<>();
        int refused = 0;
        for (int step = 0; step < 40; step++) {
            List<Posted> mistakes = history.stream()
                    .filter(posted -> !posted.id().equals(UNDOING))
                    .toList();
            Posted next = !mistakes.isEmpty() && random.nextInt(4) == 0
                    ? reversal(mistakes.get(random.nextInt(mistakes.size())))
                    : move(random);
            boolean again = undone.contains(next.id());
            ExtractableResponse<Response> answer = send(next);
            boolean allowed = !again && staysAboveZero(with(history, next));
            assertThat(answer.statusCode()).as("step %d: %s", step, next).isEqualTo(allowed ? 201 : 409);
            if (allowed) {
                if (!next.id().isEmpty()) {
                    undone.add(next.id());
                }
                history.add(recorded(next, answer));
                ask(history, random, answered);
            } else {
                refused++;
            }
            if (random.nextInt(3) == 0) {
                fold();
            }
        }
        assertThat(refused).isPositive();
        assertThat(history).hasSizeGreaterThan(10);
        assertEveryPair(history);
        answered.forEach(
                (question, answer) -> assertThat(amounts(question)).as(question).isEqualTo(answer));
        given().get("/v1/ledger/trial-balance")
                .then()
                .body("items.findAll { it.difference.amount.toBigDecimal() != 0 }.size()", equalTo(0));
    }

    private Posted move(Random random) {
        int source = random.nextBoolean() ? 0 : 1 + random.nextInt(3);
        String destination = accounts.get((source + 1 + random.nextInt(3)) % 4);
        return new Posted(
                "",
                accounts.get(source),
                destination,
                1 + random.nextInt(source == 0 ? 90 : 40),
                day(random),
                Instant.EPOCH);
    }

    private static Posted reversal(Posted mistake) {
        return new Posted(
                mistake.id(), mistake.destination(), mistake.source(), mistake.amount(), mistake.day(), Instant.EPOCH);
    }

    private static LocalDate day(Random random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    /** A move without an id is posted, one with an id undoes the transaction of this id. */
    private static ExtractableResponse<Response> send(Posted next) {
        Write write = next.id().isEmpty()
                ? Write.post(
                        "/v1/ledger/transactions",
                        Examples.transaction(
                                next.source(),
                                next.destination(),
                                next.amount() + ".00",
                                next.day().toString()))
                : Write.post("/v1/ledger/transactions/" + next.id() + "/reversal", Examples.REVERSAL);
        return write.send().extract();
    }

    private static Posted recorded(Posted next, ExtractableResponse<Response> answer) {
        return new Posted(
                next.id().isEmpty() ? answer.path("id") : UNDOING,
                next.source(),
                next.destination(),
                next.amount(),
                next.day(),
                Instant.parse(answer.path("recordedAt")));
    }

    private static List<Posted> with(List<Posted> history, Posted next) {
        return Stream.concat(history.stream(), Stream.of(next)).toList();
    }

    private boolean staysAboveZero(List<Posted> all) {
        return accounts.stream().skip(1).allMatch(account -> days().allMatch(day -> balance(all, account, day) >= 0));
    }

    private static Stream<LocalDate> days() {
        return FIRST_DAY.datesUntil(FIRST_DAY.plusDays(DAYS));
    }

    private static int balance(List<Posted> all, String account, LocalDate day) {
        return all.stream()
                .filter(posted -> !posted.day().isAfter(day))
                .mapToInt(posted -> posted.on(account))
                .sum();
    }

    /** Asks something about the newest instant, to be asked again when more is known. */
    private void ask(List<Posted> history, Random random, Map<String, String> answered) {
        String question = "/v1/ledger/accounts/" + accounts.get(1 + random.nextInt(3)) + "/balance?asOf=" + day(random)
                + "&knownAt=" + history.get(history.size() - 1).recordedAt();
        answered.put(question, amounts(question));
    }

    private static String amounts(String question) {
        return given().get(question)
                .then()
                .extract()
                .body()
                .asString()
                .replaceAll(",\"(instance|traceId)\":\"[^\"]*\"", "");
    }

    /** Small batches, so that short histories have cells too. */
    private void fold() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, service, password);
                Statement statement = connection.createStatement()) {
            statement.execute("select fold_ledger(now(), 3, 2)");
        }
    }

    private void assertEveryPair(List<Posted> history) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, service, password);
                var question = connection.prepareStatement("""
                        select cast(day as date), coalesce((select sum(balance) from ledger_balance(?, cast(day as date), cast(? as timestamptz))), 0)
                        from generate_series(cast(? as date), cast(? as date), interval '1 day') day""")) {
            question.setObject(3, FIRST_DAY);
            question.setObject(4, FIRST_DAY.plusDays(DAYS - 1));
            for (Posted known : history) {
                List<Posted> then = history.stream()
                        .filter(posted -> !posted.recordedAt().isAfter(known.recordedAt()))
                        .toList();
                for (String account : accounts.subList(1, 4)) {
                    question.setString(1, account);
                    question.setString(2, known.recordedAt().toString());
                    try (var rows = question.executeQuery()) {
                        for (LocalDate day : days().toList()) {
                            rows.next();
                            assertThat(rows.getBigDecimal(2))
                                    .isEqualByComparingTo(BigDecimal.valueOf(balance(then, account, day)))
                                    .isNotNegative();
                        }
                    }
                }
            }
        }
    }
}
