package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cumulo.kit.neighbour.FeedConsumer;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The moves of a security, as the disputes service tells them, stand in the ledger once each. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
@QuarkusTestResource(PlayedDisputes.class)
class SecuritiesInTheLedgerTest {

    private static Instant clock = Instant.parse("2026-01-01T00:00:00Z");

    private final FeedConsumer consumer;
    private final String disputes;
    private final String dispute = "d" + UUID.randomUUID().toString().substring(0, 8);

    SecuritiesInTheLedgerTest(FeedConsumer consumer, @ConfigProperty(name = "cumulo.disputes.url") String disputes) {
        this.consumer = consumer;
        this.disputes = disputes;
    }

    private String event(String type, String entry, String kind, String on, String effectiveOn, String amount) {
        clock = clock.plusMillis(1);
        String money = amount == null ? "null" : "{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}";
        return """
                {"specversion":"1.0","id":"%s","source":"/disputes-service","type":"disputes.security.%s",
                 "subject":"disputes/%s/securities/bond","time":"%s","datacontenttype":"application/json",
                 "data":{"dispute":"%s","entry":"%s","kind":"security-%s","on":"%s","effectiveOn":"%s",
                         "security":{"id":"bond","amount":%s,"to":"the payer"},"sources":%s}}
                """.formatted(
                UUID.randomUUID(), type, dispute, clock, dispute, entry, kind, on, effectiveOn, money, Write.SOURCES);
    }

    private void tell(String event) {
        given().body(event).post(disputes + "/v1/events").then().statusCode(204);
    }

    private void tell(String type, String entry, String kind, String on, String amount) {
        tell(event(type, entry, kind, on, on, amount));
    }

    private void read() {
        try {
            VertxContextSupport.subscribeAndAwait(consumer::readAll);
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String balance(String account, String asOf) {
        return given().queryParam("asOf", asOf)
                .get("/v1/ledger/accounts/disputes/" + dispute + "/security/bond" + account + "/balance")
                .path("balances[0].amount");
    }

    private String held() {
        return balance("/held", "2026-01-01");
    }

    private JsonPath moves() {
        return given().get("/v1/ledger/securities/" + dispute)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void each_move_is_booked_on_its_day_with_its_sources() {
        tell("ordered", "order", "ordered", "2020-02-13", "42000000.00");
        tell("posted", "posting", "posted", "2020-02-20", "42000000.00");
        read();

        assertThat(balance("/held", "2020-02-20")).isEqualTo("42000000.00");
        given().queryParam("asOf", "2020-02-19")
                .get("/v1/ledger/accounts/disputes/" + dispute + "/security/bond/held/balance")
                .then()
                .statusCode(404);
        given().get("/v1/ledger/transactions/" + moves().getString("items[1].transaction"))
                .then()
                .statusCode(200)
                .body("kind", equalTo("security"))
                .body("effectiveOn", equalTo("2020-02-20"))
                .body("metadata.dispute", equalTo(dispute))
                .body("metadata.security", equalTo("bond"))
                .body("metadata.entry", equalTo("posting"))
                .body("metadata.move", equalTo("security-posted"))
                .body("sources.publisher", contains("Reuters"))
                .body("postings[0].source", equalTo("world"))
                .body("postings[0].destination", equalTo("disputes/" + dispute + "/security/bond/held"));
        assertThat(moves().getList("items.unbooked")).containsExactly("no-money-moves", null);
    }

    @Test
    void what_is_released_and_paid_out_in_parts_is_what_was_posted() {
        tell("posted", "posting", "posted", "2020-02-20", "100.00");
        tell("released", "back", "released", "2020-03-01", "60.00");
        tell("paid-out", "out", "paid-out", "2020-04-01", "30.00");
        read();

        assertThat(held()).isEqualTo("10.00");
        assertThat(balance("/released", "2026-01-01")).isEqualTo("60.00");
        assertThat(balance("/paid-out", "2026-01-01")).isEqualTo("30.00");
        assertThat(balance("", "2026-01-01")).isEqualTo("100.00");
        assertThat(balance("/held", "2020-03-31")).isEqualTo("40.00");
    }

    @Test
    void told_twice_or_late_or_to_several_at_once_it_is_booked_once() {
        String posted = event("posted", "posting", "posted", "2020-02-20", "2020-02-20", "100.00");
        String corrected = event("corrected", "posting", "posted", "2020-02-20", "2020-02-20", "90.00");
        tell(posted);
        tell(posted);
        CompletableFuture<?>[] readers = new CompletableFuture<?>[3];
        for (int reader = 0; reader < readers.length; reader++) {
            readers[reader] = CompletableFuture.runAsync(this::read);
        }
        CompletableFuture.allOf(readers).join();
        read();
        assertThat(transactions()).hasSize(1);

        tell(corrected);
        tell(posted);
        tell(corrected);
        read();
        assertThat(held()).isEqualTo("90.00");
        assertThat(transactions()).hasSize(3);
    }

    private List<String> transactions() {
        return given().queryParam("account", "disputes/" + dispute)
                .get("/v1/ledger/transactions")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void a_corrected_move_is_reversed_and_posted_anew_and_a_retracted_one_is_reversed() {
        tell("posted", "posting", "posted", "2020-02-20", "100.00");
        read();
        String first = moves().getString("items[0].transaction");
        tell("corrected", "posting", "posted", "2020-02-21", "42.00");
        read();

        assertThat(held()).isEqualTo("42.00");
        String second = moves().getString("items[0].transaction");
        given().get("/v1/ledger/transactions/" + first).then().body("replacedBy", equalTo(second));
        tell("retracted", "posting", "posted", "2020-02-21", "42.00");
        read();
        assertThat(held()).isEqualTo("0.00");
        assertThat(moves().getList("items.unbooked")).containsExactly("retracted");
        given().get("/v1/ledger/transactions/" + second)
                .then()
                .body("reversedBy", notNullValue())
                .body("replacedBy", nullValue());

        tell("posted", "posting", "posted", "2020-02-21", "41.00");
        read();
        assertThat(held()).isEqualTo("41.00");
        given().get("/v1/ledger/transactions/" + second)
                .then()
                .body("replacedBy", equalTo(moves().getString("items[0].transaction")));
    }

    @Test
    void moves_that_only_stand_together_are_moved_together() {
        tell("posted", "posting", "posted", "2020-03-01", "100.00");
        tell(event("released", "back", "released", "2020-03", "2020-03-01", "100.00"));
        read();
        assertThat(held()).isEqualTo("0.00");

        tell("corrected", "posting", "posted", "2020-03-10", "100.00");
        tell(event("corrected", "back", "released", "2020-03", "2020-03-10", "100.00"));
        read();
        assertThat(held()).isEqualTo("0.00");
        assertThat(balance("/released", "2020-03-10")).isEqualTo("100.00");
        assertThat(balance("/released", "2020-03-09")).isEqualTo("0.00");
        assertThat(moves().getList("items.unbooked")).containsExactly(null, null);
    }

    @Test
    void what_nobody_published_is_not_posted_and_holds_nothing_up() {
        tell("posted", "posting", "posted", "2020-02-20", null);
        tell("released", "back", "released", "2020-03-01", "60.00");
        tell("posted", "second", "posted", "2020-03-02", "5.00");
        read();

        assertThat(held()).isEqualTo("5.00");
        assertThat(moves().getList("items.unbooked"))
                .containsExactly("amount-unknown", "more-than-known-to-be-held", null);
        tell("corrected", "posting", "posted", "2020-02-20", "100.00");
        read();
        assertThat(held()).isEqualTo("45.00");
        assertThat(moves().getList("items.unbooked")).containsOnlyNulls();
    }

    @Test
    void nobody_else_posts_to_these_accounts_or_reverses_what_is_there() {
        tell("posted", "posting", "posted", "2020-02-20", "100.00");
        read();
        Write.post(
                        "/v1/ledger/transactions/" + moves().getString("items[0].transaction") + "/reversal",
                        "{\"reason\":\"no\",\"sources\":" + Write.SOURCES + "}")
                .send()
                .statusCode(409);
    }
}
