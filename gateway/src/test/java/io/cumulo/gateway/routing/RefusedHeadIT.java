package io.cumulo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.gateway.upstream.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the packaged gateway: what is refused for its head alone is answered as everything else is, and written down. In the texts, ¦ stands for the end of a line. */
@QuarkusIntegrationTest
@QuarkusTestResource(FakeServices.class)
@TestProfile(RefusedHeadIT.AnyPort.class)
class RefusedHeadIT {

    private static final Path LOG = Path.of("target/quarkus.log");
    private static final String REST = " HTTP/1.1¦Host: x¦¦";

    FakeServices services;

    /** The ports' meters must have the same labels, and a port that the system chooses has none: not the port of a process before. */
    public static class AnyPort implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.port", "0");
        }
    }

    @BeforeEach
    void companies_answers() {
        services.reset();
        services.companies().onJson("/v1/companies", "{}");
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of("GET /v1/search?q=50%" + REST, 400, "malformed-request", "GET /v1/search"),
                Arguments.of("GET /v1/search?q=%5" + REST, 400, "malformed-request", "GET /v1/search"),
                Arguments.of("GET /v1/search?q=%zz" + REST, 400, "malformed-request", "GET /v1/search"),
                Arguments.of("GET /v1/search?q={a|b}" + REST, 400, "malformed-request", "GET /v1/search"),
                Arguments.of("GET /v1/search?q=\u00e9" + REST, 400, "malformed-request", "GET /v1/search"),
                Arguments.of(
                        "GET /v1/companies/\u00c3\u00a9" + REST, 400, "malformed-request", "GET /v1/companies/%C3%A9"),
                Arguments.of("GET /v1/a[b" + REST, 400, "malformed-request", "GET /v1/a%5Bb"),
                Arguments.of("GET //" + REST, 400, "malformed-request", "GET /"),
                Arguments.of("GET companies" + REST, 400, "malformed-request", "GET /companies"),
                Arguments.of("GET /v1/companies HTTP/1.1¦¦", 400, "malformed-request", "GET /v1/companies"),
                Arguments.of("GET /v1/companies HTTP/1.1¦Host: a b¦¦", 400, "malformed-request", "GET /v1/companies"),
                Arguments.of("GET /v1/companies HTTP/1.1¦Host:¦¦", 400, "malformed-request", "GET /v1/companies"),
                Arguments.of("GET /v1/companies HTTP/1.1¦No colon¦¦", 400, "malformed-request", "GET /v1/companies"),
                Arguments.of("nonsense¦¦", 400, "malformed-request", "GET /bad-request"),
                Arguments.of("OPTIONS *" + REST, 404, "not-found", "OPTIONS /*"),
                Arguments.of("CONNECT x:80" + REST, 501, "method-unknown", "CONNECT /x:80"),
                Arguments.of("GET /" + "a".repeat(9_000) + REST, 414, "target-too-long", "GET /bad-request"),
                Arguments.of(
                        "GET /v1/companies HTTP/1.1¦Host: x¦Big: " + "b".repeat(20_000) + "¦¦",
                        431,
                        "head-too-large",
                        "GET /v1/companies"),
                Arguments.of("GET /v1/companies HTTP/1.9¦Host: x¦¦", 505, "http-version-unknown", "GET /v1/companies"),
                Arguments.of("GET /v1/companies http/1.1¦Host: x¦¦", 505, "http-version-unknown", "GET /v1/companies"),
                Arguments.of("GET /v1/companies HTTP/2.0¦Host: x¦¦", 505, "http-version-unknown", "GET /v1/companies"),
                Arguments.of("GET /v1/companies HTTP/3.7¦Host: x¦¦", 505, "http-version-unknown", "GET /v1/companies"));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void a_head_that_cannot_be_taken_is_refused_with_a_problem_and_a_line(
            String head, int status, String type, String line) {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.sendOrBeCutOff(lines(head));
            assertRefused(client.readToEnd(), status, type, line);
        }
        assertThat(services.companies().received()).isEmpty();
    }

    @Test
    void a_bad_head_after_a_good_one_is_refused_in_its_turn() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines("GET /v1/companies" + REST + "GET /v1/companies?%" + REST));
            assertThat(client.readUntil("{}")).startsWith("HTTP/1.1 200");
            assertRefused(client.readToEnd(), 400, "malformed-request", "GET /v1/companies");
        }
    }

    @Test
    void a_query_may_hold_what_urls_may_hold() {
        try (RawClient client = new RawClient(RestAssured.port)) {
            client.send(lines("GET /v1/companies?q=a[0]&b=!$'()*+,;:@/?-._~%20" + REST));
            assertThat(client.readUntil("{}")).startsWith("HTTP/1.1 200");
        }
    }

    private static void assertRefused(String answer, int status, String type, String line) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("Connection: close")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("X-Content-Type-Options: nosniff", "urn:cumulo:problem:" + type)
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
        Matcher named = Pattern.compile("X-Request-Id: ([0-9a-f]{32})").matcher(answer);
        assertThat(named.find()).isTrue();
        await().until(() -> Files.readString(LOG)
                .lines()
                .anyMatch(written ->
                        written.contains('"' + line + " " + status + '"') && written.contains(named.group(1))));
    }

    private static String lines(String text) {
        return text.replace("¦", "\r\n");
    }
}
