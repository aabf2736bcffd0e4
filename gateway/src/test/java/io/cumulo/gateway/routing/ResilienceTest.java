package io.cumulo.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.gateway.routing.Load.Seen;
import io.cumulo.gateway.upstream.ServiceProcess;
import io.cumulo.gateway.upstream.ServiceProcesses;
import io.cumulo.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes are killed, frozen and slowed while requests go on. */
@QuarkusTest
@QuarkusTestResource(value = ServiceProcesses.class, restrictToAnnotatedClass = true)
@TestProfile(ResilienceTest.QuickBreakers.class)
class ResilienceTest {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    ServiceProcesses services;

    /** Looks at few requests, so that a test needn't make many. */
    public static class QuickBreakers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cumulo.breaker.requests", "10",
                    "cumulo.breaker.pause", "1s",
                    "cumulo.breaker.slow-after", "600ms",
                    "cumulo.proxy.response-timeout", RESPONSE_TIMEOUT.toMillis() + "ms",
                    "cumulo.proxy.max-connections", "16",
                    "cumulo.proxy.max-waiting", "16",
                    "cumulo.rate-limits.anonymous.reading.requests", "1000000",
                    "cumulo.rate-limits.authenticated.writing.requests", "1000000");
        }
    }

    @AfterEach
    void all_is_well_again() {
        for (String path : new String[] {"/v1/companies/x", "/v1/commitments/x", "/v1/disputes/x"}) {
            await().atMost(RECOVERY).until(() -> IntStream.range(0, 4)
                    .allMatch(time -> given().get(path).statusCode() == 200));
        }
    }

    /** One of the three, with a path that it answers. */
    enum Upstream {
        COMPANIES("/v1/companies/"),
        INVESTMENTS("/v1/commitments/"),
        DISPUTES("/v1/disputes/");

        private final String path;

        Upstream(String path) {
            this.path = path;
        }

        private Stream<ServiceProcess> of(ServiceProcesses services) {
            return switch (this) {
                case COMPANIES -> Stream.of(services.companies(), services.otherCompanies());
                case INVESTMENTS -> Stream.of(services.investments());
                case DISPUTES -> Stream.of(services.disputes());
            };
        }

        private Upstream next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_frozen_service_holds_nobody_beyond_the_deadline_and_is_used_again_when_it_moves(Upstream upstream) {
        try (Load frozen = load(upstream.path + "x");
                Load second = load(upstream.next().path + "x");
                Load third = load(upstream.next().next().path + "x")) {
            upstream.of(services).forEach(ServiceProcess::freeze);
            await().atMost(Duration.ofSeconds(20)).until(() -> frozen.now(refusedAtOnce()));
            upstream.of(services).forEach(ServiceProcess::thaw);
            await().atMost(RECOVERY).until(() -> frozen.now(seen -> seen.status() == 200));
            assertThat(frozen.stop().longest()).isLessThan(RESPONSE_TIMEOUT.plus(SLACK));
            assertThat(frozen.seen()).extracting(Seen::status).containsOnly(200, 503, 504);
            unaffected(second.stop());
            unaffected(third.stop());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_killed_service_is_refused_at_once_and_used_again_when_it_is_back(Upstream upstream) {
        try (Load killed = load(upstream.path + "x");
                Load second = load(upstream.next().path + "x");
                Load third = load(upstream.next().next().path + "x")) {
            await().until(() -> killed.now(seen -> seen.status() == 200));
            upstream.of(services).forEach(ServiceProcess::kill);
            await().atMost(Duration.ofSeconds(10)).until(() -> killed.now(refusedAtOnce()));
            upstream.of(services).forEach(ServiceProcess::start);
            await().atMost(RECOVERY).until(() -> killed.now(seen -> seen.status() == 200));
            assertThat(killed.stop().longest()).isLessThan(RESPONSE_TIMEOUT.plus(SLACK));
            unaffected(second.stop());
            unaffected(third.stop());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_slow_service_is_left_alone_for_a_while_and_the_others_go_on(Upstream upstream) {
        try (Load slow = load(upstream.path + "slow-900");
                Load second = load(upstream.next().path + "x");
                Load third = load(upstream.next().next().path + "x")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.saw(refusedAtOnce()));
            assertThat(slow.stop().longest()).isLessThan(RESPONSE_TIMEOUT.plus(SLACK));
            assertThat(slow.seen()).extracting(Seen::status).contains(200);
            unaffected(second.stop());
            unaffected(third.stop());
        }
    }

    @Test
    void a_service_that_fails_again_and_again_is_left_alone_and_tried_again() {
        IntStream.range(0, 10).forEach(time -> given().get("/v1/disputes/status-502"));
        int before = services.disputes().requests();
        given().get("/v1/disputes/x")
                .then()
                .statusCode(503)
                .header("Retry-After", org.hamcrest.Matchers.matchesPattern("[1-9][0-9]*"));
        assertThat(services.disputes().requests()).isEqualTo(before);
        await().atMost(RECOVERY).until(() -> given().get("/v1/disputes/x").statusCode() == 200);
    }

    @Test
    void a_question_that_a_service_makes_a_mistake_about_takes_it_from_nobody() {
        IntStream.range(0, 20)
                .forEach(time -> given().get("/v1/disputes/status-500").then().statusCode(500));
        given().get("/v1/disputes/x").then().statusCode(200);
    }

    @Test
    void a_service_that_says_when_to_come_back_is_not_a_failing_one() {
        IntStream.range(0, 20)
                .forEach(time ->
                        given().get("/v1/disputes/busy").then().statusCode(503).header("Retry-After", "1"));
        given().get("/v1/disputes/x").then().statusCode(200);
    }

    @Test
    void instances_share_the_work_and_one_that_dies_is_missed_by_nobody() {
        Set<Integer> by = answeredBy(20);
        assertThat(by)
                .containsExactlyInAnyOrder(
                        services.companies().port(), services.otherCompanies().port());
        services.companies().kill();
        try (Load load = load("/v1/companies/x")) {
            await().until(() -> load.seen().size() > 200);
            assertThat(load.stop().seen()).extracting(Seen::status).containsOnly(200);
        }
        IntStream.range(0, 10).forEach(time -> given().auth()
                .oauth2(Tokens.editor())
                .body("{}")
                .post("/v1/companies/x")
                .then()
                .statusCode(200));
        services.companies().start();
        await().atMost(RECOVERY)
                .until(() -> answeredBy(10).contains(services.companies().port()));
    }

    @Test
    void a_question_is_asked_once_more_when_the_connection_breaks_and_a_write_never() {
        int before = services.disputes().requests();
        given().get("/v1/disputes/break").then().statusCode(503).header("Retry-After", "1");
        int afterQuestion = services.disputes().requests();
        assertThat(afterQuestion - before).isGreaterThanOrEqualTo(2);
        given().auth()
                .oauth2(Tokens.editor())
                .body("{}")
                .post("/v1/disputes/break")
                .then()
                .statusCode(503);
        assertThat(services.disputes().requests() - afterQuestion).isEqualTo(1);
    }

    @Test
    void a_client_that_has_little_time_is_answered_within_it() {
        given().header("X-Request-Timeout-Millis", "300")
                .get("/v1/companies/slow-1500")
                .then()
                .statusCode(504)
                .time(org.hamcrest.Matchers.lessThan(1_400L));
    }

    private static Load load(String path) {
        return new Load(RestAssured.port, path, 6);
    }

    private static java.util.function.Predicate<Seen> refusedAtOnce() {
        return seen -> seen.status() == 503 && seen.tellsWhen() && seen.took().compareTo(SLACK) < 0;
    }

    private static void unaffected(Load others) {
        assertThat(others.seen()).hasSizeGreaterThan(50);
        assertThat(others.seen()).extracting(Seen::status).containsOnly(200);
        assertThat(others.longest()).isLessThan(RESPONSE_TIMEOUT);
    }

    private static Set<Integer> answeredBy(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(time -> given().get("/v1/companies/x").path("by"))
                .map(Integer.class::cast)
                .collect(Collectors.toSet());
    }
}
