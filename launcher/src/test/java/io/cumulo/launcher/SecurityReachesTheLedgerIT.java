package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A security that a docket reports as posted stands in the ledger, once, whichever of the two services is killed between. How often:
 * {@code -Dcumulo.kills=20}.
 */
class SecurityReachesTheLedgerIT {

    private static final int KILLS = Integer.getInteger("cumulo.kills", 3);
    private static final List<String> VICTIMS = List.of("disputes", "investments");
    private static final String DISPUTE = "/v1/disputes/aws-v-us";
    private static final String SOURCES = "\"sources\":[{\"publisher\":\"P\",\"title\":\"T\",\"quote\":\"Q\"}]";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLS_A_MINUTE = 3;

    @TempDir
    Path data;

    private final Random random = new Random(42);
    private final Map<String, Deque<Instant>> killed = new HashMap<>();
    private final List<Long> undisturbedMillis = new ArrayList<>();
    private final List<Long> afterRestartMillis = new ArrayList<>();
    private final List<Long> throughKillMillis = new ArrayList<>();

    @Test
    void what_a_court_holds_stands_in_the_ledger_once_whoever_is_killed_between() {
        try (RunningPlatform platform = new RunningPlatform(data)) {
            assertThat(platform.run("up", "--detach", "--no-dataset"))
                    .as(platform::said)
                    .isZero();
            assertThat(platform.put("/v1/companies/court-of-claims")).isEqualTo(201);
            assertThat(platform.put(
                            DISPUTE,
                            "{\"title\":\"AWS v. US\",\"kind\":\"bid-protest\",\"forum\":\"court-of-claims\"," + SOURCES
                                    + "}"))
                    .isEqualTo(201);
            enter(platform, "complaint", "filing", "");
            for (int round = 0; round < 3; round++) {
                undisturbedMillis.add(untilHeld(platform, "calm-" + round, post(platform, "calm-" + round)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                killBetween(platform, "bond-" + kill);
            }
            for (int kill = 0; kill < KILLS; kill++) {
                assertThat(transactions(platform, "bond-" + kill)).hasSize(1);
            }
        }
        System.out.println("42 M in the ledger after its entry: " + undisturbedMillis + " ms; with a kill between: "
                + throughKillMillis + " ms, worst " + Collections.max(throughKillMillis)
                + "; of that after the killed service was ready again: " + afterRestartMillis + " ms");
    }

    private void killBetween(RunningPlatform platform, String bond) {
        String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
        awaitThatOneMoreIsRestarted(victim);
        enter(platform, bond + "-ordered", "security-ordered", security(bond));
        ProcessHandle process = platform.process(victim);
        long entered = post(platform, bond);
        long delay = random.nextInt(1000);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - entered) >= delay);
        process.destroyForcibly();
        killed.computeIfAbsent(victim, name -> new ArrayDeque<>()).addLast(Instant.now());
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> !platform.process(victim).equals(process) && platform.isReady(victim));
        afterRestartMillis.add(untilHeld(platform, bond, System.nanoTime()));
        throughKillMillis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - entered));
    }

    /** The launcher gives a process up that dies too often in a minute. */
    private void awaitThatOneMoreIsRestarted(String victim) {
        Deque<Instant> recent = killed.computeIfAbsent(victim, name -> new ArrayDeque<>());
        Awaitility.await().atMost(PATIENCE).until(() -> {
            recent.removeIf(instant -> instant.isBefore(Instant.now().minusSeconds(61)));
            return recent.size() < KILLS_A_MINUTE;
        });
    }

    /** When the entry was acknowledged. */
    private static long post(RunningPlatform platform, String bond) {
        if (bond.startsWith("calm")) {
            enter(platform, bond + "-ordered", "security-ordered", security(bond));
        }
        enter(platform, bond + "-posted", "security-posted", security(bond));
        return System.nanoTime();
    }

    private static void enter(RunningPlatform platform, String key, String kind, String extras) {
        String body = "{\"kind\":\"" + kind + "\",\"on\":\"2020-02-13\",\"text\":\"It says so.\"" + extras + ","
                + SOURCES + "}";
        Awaitility.await().atMost(PATIENCE).until(() -> List.of(201, 412)
                .contains(platform.put(DISPUTE + "/docket/" + key, body)));
    }

    private static String security(String bond) {
        return ",\"security\":{\"id\":\"" + bond + "\",\"amount\":{\"amount\":\"42000000.00\",\"currency\":\"USD\"}}";
    }

    /** How many milliseconds it took from then on. */
    private static long untilHeld(RunningPlatform platform, String bond, long since) {
        String balance = "/v1/ledger/accounts/disputes/aws-v-us/security/" + bond + "/held/balance";
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() ->
                        platform.json(balance).at("/balances/0/amount").asText().equals("42000000.00"));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static List<String> transactions(RunningPlatform platform, String bond) {
        List<String> ids = new ArrayList<>();
        JsonNode page = platform.json("/v1/ledger/transactions?account=disputes/aws-v-us/security/" + bond + "/held");
        page.path("items").forEach(transaction -> ids.add(transaction.path("id").asText()));
        return ids;
    }
}
