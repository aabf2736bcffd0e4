package io.cumulo.investments;

import static io.cumulo.kit.testing.Write.SOURCES;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.RefusesBadInput;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class InvestmentsRefuseBadInputTest extends RefusesBadInput {

    private static final Write CLAIM = Write.put("/v1/claims/strict", Examples.claim("alibaba-group"));

    private static final String MOVEMENT = Examples.movement("1.00", "USD", "2021-01-01", "servers");

    @Override
    protected void prepare() {
        CLAIM.send().statusCode(anyOf(is(201), is(412)));
    }

    @Override
    protected List<Write> writes() {
        return List.of(
                Write.put("/v1/commitments/unborn", Examples.commitment("alibaba-group", Examples.CNY_200_BN)),
                Write.post("/v1/commitments", Examples.commitment("alibaba-group", Examples.CNY_200_BN)),
                Write.post("/v1/commitments/unborn/retraction", "{\"reason\":\"wrong\",\"sources\":" + SOURCES + "}"),
                Write.post("/v1/commitments/unborn/revisions", MOVEMENT),
                Write.post("/v1/commitments/unborn/allocations", MOVEMENT),
                Write.post("/v1/commitments/unborn/disbursements", MOVEMENT),
                Write.post("/v1/commitments/unborn/cancellations", MOVEMENT),
                Write.post(
                        "/v1/ledger/transactions", Examples.transaction("world", "funds/strict", "1.00", "2020-01-01")),
                Write.post("/v1/ledger/transactions/unborn/reversal", Examples.REVERSAL),
                Write.put("/v1/claims/unborn", CLAIM.body()),
                Write.post("/v1/claims", CLAIM.body()),
                Write.put("/v1/claims/strict/corrections/unborn", Examples.CORRECTION),
                Write.post("/v1/claims/strict/corrections", Examples.CORRECTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"1.001\",\"currency\":\"USD\"}",
                "{\"amount\":1,\"currency\":\"USD\"}",
                "{\"amount\":\"1\",\"currency\":\"XXQ\"}",
                "{\"amount\":\"1\"}",
                "{\"amount\":\"1e9\",\"currency\":\"USD\"}",
                "{\"amount\":\"-1\",\"currency\":\"USD\"}",
                "{\"amount\":\"0\",\"currency\":\"USD\"}",
                "\"1 USD\""
            })
    void bad_money_is_422(String money) {
        Write.put("/v1/commitments/unborn", Examples.commitment("alibaba-group", money))
                .send()
                .statusCode(422)
                .body("errors.pointer", hasItem(org.hamcrest.Matchers.startsWith("/amount")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"metadata\":{\"Form\":\"10-K\"}",
                "\"metadata\":{\"form\":null}",
                "\"metadata\":{\"form\":5}",
                "\"kind\":\"gift\"",
                "\"postings\":[null]",
                "\"postings\":[{}]"
            })
    void a_transaction_that_cannot_be_is_422(String member) {
        String name = member.substring(0, member.indexOf(':'));
        Write.post(
                        "/v1/ledger/transactions",
                        Examples.transaction("world", "funds/strict", "1.00", "2020-01-01")
                                .replaceAll(
                                        name + ":(\"[^\"]*\"|\\{[^}]*}|\\[.*}}])",
                                        java.util.regex.Matcher.quoteReplacement(member)))
                .send()
                .statusCode(422);
    }

    @Test
    void an_account_of_a_feature_is_refused_where_the_postings_stand() {
        Write.post("/v1/ledger/transactions", Examples.transaction("world", "disputes/strict", "1.00", "2020-01-01"))
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/postings"));
    }

    @Test
    void an_unknown_company_is_422() {
        Write.put("/v1/commitments/unborn", Examples.commitment("nobody-knows", Examples.CNY_200_BN))
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/company"));
        Write.put("/v1/claims/unborn", Examples.claim("nobody-knows"))
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/companies/0"));
    }

    @Test
    void while_companies_cannot_be_asked_nothing_is_recorded_on_a_guess() {
        for (String company : List.of("broken-one", "gone-one", "late-one")) {
            Write.put("/v1/commitments/unborn", Examples.commitment(company, Examples.CNY_200_BN))
                    .send()
                    .statusCode(503)
                    .header("Retry-After", equalTo("2"))
                    .body("type", equalTo("urn:cumulo:problem:upstream-unavailable"));
        }
    }

    @Test
    void a_correction_of_an_unknown_claim_is_404() {
        Write.put("/v1/claims/nowhere/corrections/c", Examples.CORRECTION)
                .send()
                .statusCode(404);
    }

    @Test
    void a_split_that_does_not_fit_is_422() {
        String split = Examples.commitment("alibaba-group", Examples.CNY_200_BN)
                .replace(
                        "\"split\":null",
                        "\"split\":{\"servers\":{\"amount\":\"200000000000.01\",\"currency\":\"CNY\"}}");
        Write.put("/v1/commitments/unborn", split).send().statusCode(422);
        Write.put(
                        "/v1/commitments/unborn",
                        split.replace("200000000000.01", "1.00").replace("\"servers\":{", "\"bridges\":{"))
                .send()
                .statusCode(422);
    }

    @Test
    void a_commitment_that_supersedes_an_unknown_one_is_422() {
        Write.put(
                        "/v1/commitments/unborn",
                        Examples.commitment("alibaba-group", Examples.CNY_200_BN)
                                .replace("\"supersedes\":null", "\"supersedes\":\"nothing\""))
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/supersedes"));
    }
}
