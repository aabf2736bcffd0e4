package io.cumulo.disputes;

import static io.cumulo.kit.testing.Write.SOURCES;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.RefusesBadInput;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class DisputesRefuseBadInputTest extends RefusesBadInput {

    private static final String RETRACTION = "{\"reason\":\"wrong\",\"sources\":" + SOURCES + "}";

    @Override
    protected void prepare() {
        Bodies.contract("strict").send().statusCode(anyOf(is(201), is(412)));
        Bodies.dispute("strict", "strict").send().statusCode(anyOf(is(201), is(412)));
    }

    @Override
    protected List<Write> writes() {
        return List.of(
                Bodies.contract("unborn"),
                Write.post("/v1/contracts", Bodies.contract("unborn").body()),
                Write.post("/v1/contracts/unborn/retraction", RETRACTION),
                Bodies.termination("strict", "2021-07-06"),
                Write.post("/v1/contracts/strict/termination/retraction", RETRACTION),
                Bodies.award("strict", "unborn"),
                Write.post(
                        "/v1/contracts/strict/awards",
                        Bodies.award("strict", "unborn").body()),
                Write.post("/v1/contracts/strict/awards/unborn/retraction", RETRACTION),
                Bodies.amendment("strict", "unborn", "2020-01"),
                Write.post(
                        "/v1/contracts/strict/amendments",
                        Bodies.amendment("strict", "unborn", "2020-01").body()),
                Bodies.milestone("strict", "unborn"),
                Write.post(
                        "/v1/contracts/strict/milestones",
                        Bodies.milestone("strict", "unborn").body()),
                Bodies.dispute("unborn", "strict"),
                Write.post("/v1/disputes", Bodies.dispute("unborn", "strict").body()),
                Write.post("/v1/disputes/unborn/retraction", RETRACTION),
                Bodies.entry("strict", "unborn", "filing", "2019-11-22"),
                Write.post(
                        "/v1/disputes/strict/docket",
                        Bodies.entry("strict", "unborn", "filing", "2019-11-22").body()));
    }

    @Test
    void whoever_is_named_must_be_known() {
        Bodies.contract("unborn", "nobody-buys", "nobody-sells")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/buyer", "/suppliers/0"));
        Write termination = Bodies.termination("strict", "2021");
        termination
                .with(termination.change(body -> body.put("by", "nobody")))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/by"));
        Write dispute = Bodies.dispute("unborn", null);
        dispute.with(dispute.change(body -> {
                    body.put("forum", "nobody");
                    ((ObjectNode) body.path("parties").get(0)).put("company", "nobody");
                    body.putArray("grounds")
                            .addObject()
                            .put("allegedBy", "nobody")
                            .put("text", "so");
                }))
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/forum", "/parties/0/company", "/grounds/0/allegedBy"));
        dispute.with(dispute.change(body -> body.putNull("forum")))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/forum"));
        dispute.with(dispute.change(body -> body.putObject("statedForum").put("name", " ")))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/statedForum/name"));
        Bodies.entry("strict", "unborn", "intervention", "2019-11-22", ",\"party\":{\"company\":\"nobody\"}")
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/party/company"));
    }

    @Test
    void while_nobody_can_say_who_is_known_nothing_is_recorded() {
        for (String unanswered : List.of("broken-court", "gone-court")) {
            Bodies.contract("unborn", unanswered, "microsoft")
                    .send()
                    .statusCode(503)
                    .body("type", equalTo("urn:cumulo:problem:upstream-unavailable"));
        }
    }

    @Test
    void what_is_named_must_be_recorded() {
        Write contract = Bodies.contract("unborn");
        contract.with(contract.change(body -> body.put("succeeds", "none")))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/succeeds"));
        contract.with(contract.change(body -> body.put("succeeds", "unborn")))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/succeeds"));
        Write dispute = Bodies.dispute("unborn", "none");
        dispute.with(dispute.change(body -> body.put("appealsFrom", "none")))
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/contract", "/appealsFrom"));
        Bodies.termination("none", "2021").send().statusCode(404);
        Bodies.entry("none", "unborn", "filing", "2019").send().statusCode(404);
    }

    @Test
    void an_entry_has_the_members_of_its_kind_and_no_others() {
        Bodies.entry(
                        "strict",
                        "unborn",
                        "filing",
                        "2019",
                        ",\"outcome\":\"in-part\",\"lifts\":\"pi\",\"scope\":\"performance\"")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/outcome", "/lifts", "/scope"));
        Bodies.entry("strict", "unborn", "ruling", "2019")
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/outcome"))
                .body("errors[0].detail", equalTo("is needed in an entry of the kind ruling"));
        Bodies.entry(
                        "strict",
                        "unborn",
                        "security-posted",
                        "2019",
                        ",\"security\":{\"id\":\"bond\",\"rule\":\"RCFC 65(c)\",\"dueOn\":\"2020\"},\"party\":{\"company\":\"x\"}")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/security/rule", "/security/dueOn", "/party"));
        Bodies.entry("strict", "unborn", "security-ordered", "2019", ",\"security\":{\"id\":\"bond\",\"to\":\"x\"}")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/security/amount", "/security/to"));
        Bodies.entry("strict", "unborn", "dismissal", "2019", ",\"reason\":\"tired\"")
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        Bodies.entry("strict", "unborn", "filing", "2019", ",\"validFrom\":\"2018\",\"validTo\":\"2020\"")
                .send()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/validFrom", "/validTo"));
    }
}
