package io.cumulo.disputes.ocds;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.testing.Write;
import java.util.List;
import java.util.function.Consumer;

/** An editor sets a contract right, in all of its present time. */
final class Corrections {

    private Corrections() {}

    static void correct(String contract, Consumer<ObjectNode> change) {
        var known = given().queryParam("asOf", "2020-02-01").get(contract);
        ObjectNode body = (ObjectNode) Ocds.tree(known.asString());
        body.remove(List.of("id", "recordedAt", "suspended", "suspensions", "termination", "validTo"));
        change.accept(body);
        Write.put(contract, body.toString())
                .sendIfMatch(given().get(contract).header("ETag"))
                .statusCode(200);
    }
}
