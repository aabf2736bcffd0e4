package io.cumulo.disputes;

import static io.cumulo.disputes.JediCase.on;
import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class ContractLifecycleTest {

    private static final String JWCC = """
            {"title":"Joint Warfighting Cloud Capability","buyer":"us-department-of-defense","procurementMethod":"selective",
             "stage":"award","awardedOn":"2022-12-07","suppliers":["amazon-web-services","google","microsoft","oracle"],
             "value":{"ceiling":{"amount":"9000000000.00","currency":"USD"},"guaranteed":{"amount":"100000.00","currency":"USD"}},
             "term":{"years":5,"options":true,"startsOn":"2022-12-08","endsOn":"2028-06"},
             "options":[{"id":"o-1","description":"Two more years","years":2,"value":null,"exercisedOn":null}],
             "items":[{"id":"1","description":"Compute","classification":{"scheme":"UNSPSC","id":"81112000"},
                       "quantity":4.50,"unit":{"name":"hour","value":{"amount":"0.10","currency":"USD"}},"lot":"l-1"}],
             "lots":[{"id":"l-1","title":"Unclassified","value":null}],
             "succeeds":%s,"validFrom":"2022-12-07","sources":%s}""";

    @Test
    void a_contract_passes_through_its_stages_and_each_is_kept() {
        String path = "/v1/contracts/staged-" + UUID.randomUUID();
        Write planned = Write.put(path, """
                {"title":"Cloud for all","buyer":"us-department-of-defense","stage":"planning","validFrom":"2018-01","sources":%s}""".formatted(SOURCES));
        planned.send().statusCode(201);
        for (String[] step : new String[][] {
            {"tender", "2018-07-26"}, {"award", "2019-10-25"}, {"contract", "2019-11-01"}, {"implementation", "2020-02"}
        }) {
            String etag = given().get(path).header("ETag");
            planned.with(planned.change(body -> body.put("stage", step[0]).put("validFrom", step[1])))
                    .sendIfMatch(etag)
                    .statusCode(200);
        }

        on("2018-03-01", path).body("stage", equalTo("planning"));
        on("2018-07-26", path).body("stage", equalTo("tender"));
        on("2019-10-31", path).body("stage", equalTo("award"));
        on("2019-11-01", path).body("stage", equalTo("contract"));
        on("2024-01-01", path).body("stage", equalTo("implementation"));
    }

    @Test
    void a_successor_may_have_several_suppliers_and_says_whom_it_succeeds() {
        JediCase.record();
        String path = "/v1/contracts/jwcc-" + UUID.randomUUID();
        Write.put(path, JWCC.formatted("\"jedi-as-published\"", SOURCES)).send().statusCode(201);

        given().get(path)
                .then()
                .body("succeeds", equalTo("jedi-as-published"))
                .body("suppliers", hasSize(4))
                .body("options[0].years", equalTo(2))
                .body("items[0].quantity", equalTo(4.5f))
                .body("items[0].unit.value.amount", equalTo("0.10"))
                .body("lots.id", contains("l-1"))
                .body("term.startsOn", equalTo("2022-12-08"))
                .body("value.obligated", nullValue())
                .body("value.spent", nullValue());
        for (String supplier : new String[] {"google", "oracle"}) {
            given().queryParam("supplier", supplier)
                    .get("/v1/contracts")
                    .then()
                    .body("items.id", hasItem(path.substring("/v1/contracts/".length())));
        }
    }

    @Test
    void the_same_contract_said_again_is_no_new_version() {
        String path = "/v1/contracts/again-" + UUID.randomUUID();
        Write write = Write.put(path, JWCC.formatted("null", SOURCES));
        write.send().statusCode(201);
        String etag = given().get(path).header("ETag");

        write.with(write.body().replace("4.50", "4.5")).sendIfMatch(etag).statusCode(200);
        given().get(path + "/history").then().body("items", hasSize(1));
    }

    @Test
    void awards_amendments_and_milestones_are_facts_of_their_own() {
        String id = "parts-" + UUID.randomUUID();
        String path = "/v1/contracts/" + id;
        Bodies.contract(id).send().statusCode(201);
        Bodies.award(id, "first").send().statusCode(201);
        for (int number = 1; number <= 12; number++) {
            Bodies.amendment(id, "p-" + number, "2020-%02d".formatted(number))
                    .send()
                    .statusCode(201);
        }
        Bodies.milestone(id, "region").send().statusCode(201);

        on("2019-10-24", path + "/awards").body("items", empty());
        on("2019-10-25", path + "/awards").body("items.suppliers", contains(contains("microsoft")));
        on("2020-06-30", path + "/amendments").body("items", hasSize(6));
        given().get(path + "/amendments")
                .then()
                .body("items", hasSize(12))
                .body("items[0].value.to.obligated.amount", equalTo("2.00"))
                .body("items[0].term.from.endsOn", equalTo("2029"));
        Write milestone = Bodies.milestone(id, "region");
        String etag = given().get(milestone.path()).header("ETag");
        milestone
                .with(milestone.change(body -> body.put("metOn", "2020-05-30")))
                .sendIfMatch(etag)
                .statusCode(422);
        milestone
                .with(milestone.change(body -> body.put("metOn", "2020-05-30").put("status", "met")))
                .sendIfMatch(etag)
                .statusCode(200);
        given().get(milestone.path() + "/history")
                .then()
                .body("items", hasSize(2))
                .body("items[1].changed.member", containsInAnyOrder("metOn", "status"));
    }

    @Test
    void parts_of_a_contract_that_nobody_recorded_are_404() {
        Bodies.award("none", "a").send().statusCode(404);
        Bodies.amendment("none", "a", "2020").send().statusCode(404);
        Bodies.milestone("none", "a").send().statusCode(404);
    }

    @Test
    void somebody_buys() {
        Write contract = Bodies.contract("unborn-" + UUID.randomUUID());
        contract.with(contract.change(body -> body.remove("buyer")))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/buyer"));
        contract.with(contract.change(body -> {
                    body.remove("buyer");
                    ObjectNode party = body.putArray("parties")
                            .addObject()
                            .put("id", "GB-1")
                            .put("name", "A council");
                    party.putArray("roles").add("buyer");
                }))
                .send()
                .statusCode(201)
                .body("buyer", nullValue())
                .body("parties[0].name", equalTo("A council"))
                .body("parties[0].company", nullValue());
    }

    @Test
    void a_party_that_is_said_to_be_a_company_is_a_known_one() {
        Write contract = Bodies.contract("unborn-" + UUID.randomUUID());
        contract.with(contract.change(body ->
                        body.putArray("parties").addObject().put("id", "GB-1").put("company", "nobody")))
                .send()
                .statusCode(422)
                .body("errors.pointer", contains("/parties/0/company"));
    }

    @Test
    void lists_find_contracts_by_their_ceiling() {
        String id = "jwcc-" + UUID.randomUUID();
        Write.put("/v1/contracts/" + id, JWCC.formatted("null", SOURCES)).send().statusCode(201);

        list("minValue=9000000000&currency=USD").body("items.id", hasItem(id));
        list("minValue=8999999999.99&maxValue=9000000000.00&currency=USD").body("items.id", hasItem(id));
        list("minValue=9000000000.01&currency=USD").body("items.id", not(hasItem(id)));
        list("maxValue=8999999999&currency=USD").body("items.id", not(hasItem(id)));
        list("maxValue=9000000000&currency=EUR").body("items.id", not(hasItem(id)));
        list("currency=USD&stage=award&buyer=us-department-of-defense&supplier=oracle&suspended=false")
                .body("items.id", hasItem(id));
        for (String wrong : new String[] {
            "minValue=1", "minValue=x&currency=USD", "maxValue=0.001&currency=USD", "currency=usd", "currency=ABC"
        }) {
            assertThat(given().get("/v1/contracts?" + wrong).statusCode()).isEqualTo(400);
        }
        given().get("/v1/contracts?minValue=1").then().body("errors.parameter", hasItems("currency"));
    }

    private static ValidatableResponse list(String query) {
        return given().get("/v1/contracts?limit=500&" + query).then().statusCode(200);
    }
}
