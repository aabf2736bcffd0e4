package io.cumulo.disputes;

import static io.cumulo.disputes.JediCase.on;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class ArticleDatasetTest {

    @Test
    void the_articles_dispute_is_taken_and_taken_again_without_a_change() {
        List<Write> writes = ArticleDataset.writes();
        ArticleDataset.record();
        for (Write write : writes) {
            String etag = given().get(write.path()).header("ETag");
            assertThat(revision(write.sendIfMatch(etag).extract().header("ETag")))
                    .as(write.path())
                    .isEqualTo(revision(etag));
        }

        on("2020-04-24", "/v1/contracts/jedi").body("suspended", equalTo(true));
        on("2020-04-24", "/v1/disputes/aws-v-united-states/securities")
                .body("items.amount.amount", hasItem("42000000.00"));
    }

    /** What a tag says of the fact, whichever of its versions is shown. */
    private static String revision(String etag) {
        return etag.split("-", 2)[0];
    }
}
