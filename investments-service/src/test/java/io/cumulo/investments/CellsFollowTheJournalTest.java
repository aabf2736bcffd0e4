package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service folds by itself, behind its writers, and nobody who asks sees a difference. */
@QuarkusTest
@TestProfile(CellsFollowTheJournalTest.SmallBatches.class)
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class CellsFollowTheJournalTest {

    /** So that a short history has cells. */
    public static final class SmallBatches implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cumulo.ledger.cells.batch", "4",
                    "cumulo.ledger.cells.heavy", "3",
                    "cumulo.ledger.cells.every", "1s");
        }
    }

    @Test
    void postings_are_folded_dropped_and_folded_again_while_the_balance_stays_what_it_is() throws SQLException {
        for (int day = 1; day <= 21; day++) {
            Write.post(
                            "/v1/ledger/transactions",
                            Examples.transaction(
                                    "world", "funds/folded", "1.00", "2021-%02d-01".formatted(1 + day % 12)))
                    .send()
                    .statusCode(201);
            balanceIs(day + ".00");
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> SchemaOwner.count("ledger_fold where book = ''") >= 5);
        await().until(() -> SchemaOwner.count("ledger_fold where book = 'funds/folded'") > 0);
        balanceIs("21.00");

        SchemaOwner.execute("call drop_ledger_cells()");
        balanceIs("21.00");
        await().atMost(Duration.ofSeconds(20)).until(() -> SchemaOwner.count("ledger_cell") > 0);
        balanceIs("21.00");
    }

    private static void balanceIs(String amount) {
        for (String account : new String[] {"funds/folded", "funds"}) {
            given().get("/v1/ledger/accounts/" + account + "/balance")
                    .then()
                    .statusCode(200)
                    .body("balances[0].amount", equalTo(amount));
        }
    }
}
