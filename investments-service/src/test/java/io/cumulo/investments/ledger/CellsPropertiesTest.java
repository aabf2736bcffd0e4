package io.cumulo.investments.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever was posted and however much of it was folded, when and in which steps: the answers are those of adding up the journal. */
class CellsPropertiesTest {

    private static final List<String> ACCOUNTS =
            List.of("world", "commitments/a/pledged", "commitments/a/spent", "funds/b/cash");
    private static final Instant BEGINNING = Instant.parse("2024-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2019-12-30");

    private static LedgerDatabase database;

    @BeforeContainer
    static void start() throws SQLException {
        database = new LedgerDatabase();
    }

    @AfterContainer
    static void stop() throws SQLException {
        database.close();
    }

    /** A posting, and how the cells are folded after it: not at all, or so many postings at a time. */
    record Step(Move move, int foldsOf, int heavy) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> days = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 1200));
        Arbitrary<Step> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 90),
                        Arbitraries.of("EUR", "JPY"),
                        days,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 4))
                .as((source, distance, amount, currency, day, pause, foldsOf, heavy) -> new Step(
                        new Move(
                                "",
                                ACCOUNTS.get(source),
                                ACCOUNTS.get((source + distance) % ACCOUNTS.size()),
                                BigDecimal.valueOf(amount),
                                currency,
                                FIRST_DAY.plusDays(day),
                                BEGINNING.plusSeconds(pause)),
                        foldsOf,
                        heavy));
        return steps.list().ofMinSize(1).ofMaxSize(40).map(CellsPropertiesTest::oneAfterTheOther);
    }

    /** Some transactions share an instant, none is earlier than the one before it. */
    private static List<Step> oneAfterTheOther(List<Step> steps) {
        List<Step> ordered = new ArrayList<>();
        Instant now = BEGINNING;
        for (Step step : steps) {
            Move move = step.move();
            now = now.plusSeconds(move.recordedAt().getEpochSecond() - BEGINNING.getEpochSecond());
            ordered.add(new Step(
                    new Move(
                            "t-" + ordered.size(),
                            move.source(),
                            move.destination(),
                            move.amount(),
                            move.currency(),
                            move.effectiveOn(),
                            now),
                    step.foldsOf(),
                    step.heavy()));
        }
        return ordered;
    }

    @Property(tries = 60)
    void cells_equal_sums_at_every_point_of_both_clocks(@ForAll("histories") List<Step> history) throws SQLException {
        database.empty();
        List<Move> posted = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            Step step = history.get(at);
            posted.add(step.move());
            database.insert(List.of(step.move()));
            boolean lastOfInstant = at + 1 == history.size()
                    || history.get(at + 1)
                            .move()
                            .recordedAt()
                            .isAfter(step.move().recordedAt());
            if (step.foldsOf() > 0 && lastOfInstant) {
                database.fold(step.foldsOf(), step.heavy());
            }
        }
        assertAnswers(posted);

        database.execute("call drop_ledger_cells()");
        assertAnswers(posted);

        foldAll(3, 2);
        assertAnswers(posted);
    }

    private static void foldAll(int most, int heavy) throws SQLException {
        int folded = most;
        while (folded > 0) {
            folded = database.fold(most, heavy);
        }
    }

    private static void assertAnswers(List<Move> posted) throws SQLException {
        List<LocalDate> days = days(posted);
        List<Instant> instants =
                posted.stream().map(Move::recordedAt).distinct().toList();
        assertThat(balances("ledger_balance(account, day, instant)", ACCOUNTS, days, instants))
                .isEqualTo(expected(posted, ACCOUNTS, days, instants));
        List<String> roots = List.of("world", "commitments", "funds");
        assertThat(balances("ledger_root_balance(account, day, instant)", roots, days, instants))
                .isEqualTo(expected(posted, roots, days, instants));
        for (String account : ACCOUNTS) {
            for (String currency : List.of("EUR", "JPY")) {
                assertThat(courses(account, currency, days))
                        .isEqualTo(expectedCourses(posted, account, currency, days));
            }
        }
    }

    /** Each day on which something happens, the one before it and the one after it. */
    private static List<LocalDate> days(List<Move> posted) {
        return posted.stream()
                .map(Move::effectiveOn)
                .flatMap(day -> List.of(day.minusDays(1), day, day.plusDays(1)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, BigDecimal> balances(
            String function, List<String> accounts, List<LocalDate> days, List<Instant> instants) throws SQLException {
        Map<String, BigDecimal> found = new TreeMap<>();
        try (PreparedStatement question = database.connection()
                .prepareStatement("select account, day, instant, currency, balance"
                        + " from unnest(?) account, unnest(?) day, unnest(?) instant, lateral " + function)) {
            question.setArray(1, database.connection().createArrayOf("text", accounts.toArray()));
            question.setArray(2, database.connection().createArrayOf("date", days.toArray()));
            question.setArray(
                    3,
                    database.connection()
                            .createArrayOf(
                                    "timestamptz",
                                    instants.stream().map(Instant::toString).toArray()));
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    Instant instant = rows.getObject(3, OffsetDateTime.class).toInstant();
                    found.put(
                            String.join(
                                    " ", rows.getString(1), rows.getString(2), instant.toString(), rows.getString(4)),
                            rows.getBigDecimal(5).setScale(0));
                }
            }
        }
        return found;
    }

    private static Map<String, BigDecimal> expected(
            List<Move> posted, List<String> accounts, List<LocalDate> days, List<Instant> instants) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (String account : accounts) {
            for (LocalDate day : days) {
                for (Instant instant : instants) {
                    posted.stream()
                            .filter(move -> !move.effectiveOn().isAfter(day)
                                    && !move.recordedAt().isAfter(instant))
                            .filter(move -> touches(move, account))
                            .forEach(move -> expected.merge(
                                    String.join(" ", account, day.toString(), instant.toString(), move.currency()),
                                    move.on(account),
                                    BigDecimal::add));
                }
            }
        }
        return expected;
    }

    private static boolean touches(Move move, String account) {
        return List.of(move.source(), move.destination()).stream()
                .anyMatch(path -> path.equals(account) || !account.contains("/") && path.startsWith(account + "/"));
    }

    /** From each day on: the lowest balance, and the first day below zero with what stands then. */
    private static List<String> courses(String account, String currency, List<LocalDate> days) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement question = database.connection().prepareStatement("""
                select since, lowest, shortfall.day, shortfall.balance
                from unnest(?) since
                cross join lateral (select min(lowest) as lowest from ledger_course(?, ?, since)) course
                left join lateral ledger_shortfall(?, ?, since) shortfall on true
                order by since""")) {
            question.setArray(1, database.connection().createArrayOf("date", days.toArray()));
            question.setString(2, account);
            question.setString(3, currency);
            question.setString(4, account);
            question.setString(5, currency);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            rows.getString(1) + " " + rows.getBigDecimal(2).setScale(0) + " " + rows.getString(3) + " "
                                    + (rows.getBigDecimal(4) == null
                                            ? null
                                            : rows.getBigDecimal(4).setScale(0)));
                }
            }
        }
        return found;
    }

    private static List<String> expectedCourses(
            List<Move> posted, String account, String currency, List<LocalDate> days) {
        return days.stream()
                .map(since -> {
                    BigDecimal lowest = null;
                    String shortfall = "null null";
                    for (LocalDate day : days) {
                        if (day.isBefore(since)) {
                            continue;
                        }
                        BigDecimal balance = posted.stream()
                                .filter(move -> move.currency().equals(currency)
                                        && !move.effectiveOn().isAfter(day))
                                .map(move -> move.on(account))
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                        if (balance.signum() < 0 && shortfall.equals("null null")) {
                            shortfall = day + " " + balance;
                        }
                        lowest = lowest == null ? balance : lowest.min(balance);
                    }
                    return since + " " + lowest + " " + shortfall;
                })
                .toList();
    }
}
