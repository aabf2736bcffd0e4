package io.cumulo.disputes;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class ArticleDatasetTest {

    private static final Path FOLDER = Path.of("../examples/cloud-2020");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void the_articles_dispute_is_taken_and_taken_again_without_a_change() throws IOException {
        List<Write> writes = writes();
        writes.forEach(write -> write.send().statusCode(anyOf(is(201), is(412))));
        for (Write write : writes) {
            String etag = given().get(write.path()).header("ETag");
            assertThat(write.sendIfMatch(etag).extract().header("ETag"))
                    .as(write.path())
                    .isEqualTo(etag);
        }

        on("2020-04-24", "/v1/contracts/jedi").body("suspended", equalTo(true));
        on("2020-04-24", "/v1/disputes/aws-v-united-states/securities")
                .body("items.amount.amount", hasItem("42000000.00"));
    }

    private List<Write> writes() throws IOException {
        JsonNode sources = mapper.readTree(FOLDER.resolve("sources.json").toFile());
        List<Write> writes = new ArrayList<>();
        for (String file : List.of("07-contracts.json", "08-disputes.json", "09-dockets.json")) {
            for (JsonNode fact : mapper.readTree(FOLDER.resolve(file).toFile())) {
                ArrayNode cited = (ArrayNode) fact.path("body").path("sources");
                for (int index = 0; index < cited.size(); index++) {
                    ObjectNode citation =
                            sources.path(cited.get(index).path("ref").asText()).deepCopy();
                    citation.setAll((ObjectNode) cited.get(index));
                    cited.set(index, citation.without("ref"));
                }
                writes.add(
                        Write.put(fact.path("path").asText(), fact.path("body").toString()));
            }
        }
        return writes;
    }
}
