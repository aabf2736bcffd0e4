package io.cumulo.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hundred thousand addresses ask, through the sockets of the gateway. */
@QuarkusTest
@TestProfile(ManyAddressesTest.BehindProxy.class)
class ManyAddressesTest {

    private static final int ADDRESSES = 100_000;
    private static final int AT_ONCE = 500;
    private static final int REMEMBERED = 1_000;
    private static final long FLAT_BYTES = 16 << 20;

    @Inject
    Accounts accounts;

    public static class BehindProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                    "cumulo.rate-limits.anonymous.reading.requests", "3",
                    "cumulo.rate-limits.anonymous.reading.window", "1h",
                    "cumulo.rate-limits.callers", String.valueOf(REMEMBERED),
                    "cumulo.access-log", "false");
        }
    }

    @Test
    void each_has_its_own_budget_and_memory_stays_flat() throws IOException {
        assertThat(withWholeBudget(0, 10_000)).isEqualTo(10_000);
        long before = usedBytes();
        assertThat(withWholeBudget(10_000, ADDRESSES)).isEqualTo(ADDRESSES - 10_000);
        assertThat(accounts.size()).isLessThanOrEqualTo(REMEMBERED);
        assertThat(usedBytes() - before).isLessThan(FLAT_BYTES);
    }

    /** How many of these addresses are told that theirs was the first of their three requests. */
    private static long withWholeBudget(int from, int to) throws IOException {
        long whole = 0;
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int first = from; first < to; first += AT_ONCE) {
                String requests = IntStream.range(first, first + AT_ONCE)
                        .mapToObj(ManyAddressesTest::request)
                        .collect(Collectors.joining());
                out.write(requests.getBytes(StandardCharsets.ISO_8859_1));
                whole += wholeBudgets(answers);
            }
        }
        return whole;
    }

    private static long wholeBudgets(BufferedReader answers) throws IOException {
        long whole = 0;
        for (int heads = 0; heads < AT_ONCE; ) {
            String line = answers.readLine();
            whole += line.toLowerCase().startsWith("ratelimit: \"reading\";r=2;") ? 1 : 0;
            heads += line.isEmpty() ? 1 : 0;
        }
        return whole;
    }

    private static String request(int number) {
        String address = "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        return "HEAD / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address + "\r\n\r\n";
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
