package io.cumulo.companies;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a list, read while others write: in the order of keys, no key twice, and whatever stands all the while is there. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CursorsUnderWritersTest {

    private static final int WRITERS = 3;
    private static final int WRITES_EACH = 20;

    private final String company = "/v1/companies/" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {7, 2026})
    void pages_never_skip_nor_repeat(long seed) throws Exception {
        Write.put(company, "{\"kind\":\"company\",\"legalName\":\"Paged\",\"sources\":" + SOURCES + "}")
                .send()
                .statusCode(201);
        Random random = new Random(seed);
        Set<String> lasting = new HashSet<>();
        for (int number = 0; number < 25; number++) {
            String key = key(random);
            if (lasting.add(key)) {
                put(key, 0);
            }
        }
        AtomicInteger writing = new AtomicInteger(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(threads.submit(writes(new Random(seed + writer), lasting, writing)));
        }
        int rounds = 0;
        do {
            List<String> seen = page(4 + random.nextInt(9));
            assertThat(seen)
                    .as("seed " + seed)
                    .isSortedAccordingTo(String::compareTo)
                    .doesNotHaveDuplicates();
            assertThat(seen).as("seed " + seed).containsAll(lasting);
            rounds++;
        } while (writing.get() > 0);
        for (Future<Void> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        assertThat(rounds).isGreaterThan(2);
    }

    /** New facts before, among and after those there are, new versions of those that last, and some taken back. */
    private Callable<Void> writes(Random random, Set<String> lasting, AtomicInteger writing) {
        List<String> known = new ArrayList<>(lasting);
        Collections.shuffle(known, random);
        return () -> {
            try {
                for (int number = 1; number <= WRITES_EACH; number++) {
                    String key = key(random);
                    if (number % 3 == 0) {
                        put(known.get(random.nextInt(known.size())), number);
                    } else if (!lasting.contains(key)) {
                        put(key, number);
                        if (number % 4 == 0) {
                            Write.post(
                                            company + "/roles/" + key + "/retraction",
                                            "{\"reason\":\"wrong\",\"sources\":" + SOURCES + "}")
                                    .send();
                        }
                    }
                }
            } finally {
                writing.decrementAndGet();
            }
            return null;
        };
    }

    private static String key(Random random) {
        return Integer.toString(36 * 36 + random.nextInt(36 * 36 * 35), 36);
    }

    private void put(String key, int number) {
        Write role = Write.put(
                company + "/roles/" + key,
                "{\"person\":\"P" + number + "\",\"title\":\"T\",\"sources\":" + SOURCES + "}");
        if (role.send().extract().statusCode() == 412) {
            role.sendIfMatch("*");
        }
    }

    private List<String> page(int limit) {
        List<String> keys = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = given().queryParam("limit", limit);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(company + "/roles");
            keys.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return keys;
    }
}
