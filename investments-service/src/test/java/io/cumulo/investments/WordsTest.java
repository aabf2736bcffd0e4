package io.cumulo.investments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class WordsTest {

    private static final Write PLAN = Write.put(
            "/v1/commitments/of-words",
            Examples.commitment("alibaba-group", Examples.CNY_200_BN)
                    .replace("Cloud plan", "Zephyrine investments in servers/ingotería-2020"));
    private static final Write CLAIM = Write.put("/v1/claims/of-words", Examples.claim("alibaba-group"));

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    @ConfigProperty(name = "cumulo.database.owner.username")
    String owner;

    @ConfigProperty(name = "cumulo.database.owner.password")
    String password;

    @BeforeEach
    void recorded() {
        PLAN.send();
        CLAIM.send();
    }

    private static ValidatableResponse ask(String list, String q) {
        return given().queryParam("q", q).queryParam("limit", 500).get(list).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zephyrine", "Zephyrine investment", "\"investments in servers\"", "zephyrine -chips"})
    void a_commitment_is_found_by_the_words_of_its_title(String q) {
        ask("/v1/commitments", q).statusCode(200).body("items.id", hasItem("of-words"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZÉPHYRINE investment",
                "zephyrine ingoteria",
                "zephyrine ingoterias",
                "zephyrine servers 2020",
                "\"servers ingotería 2020\"",
                "zephyrine servers/ingoteria"
            })
    void a_commitment_is_found_without_accents_and_punctuation(String q) {
        ask("/v1/commitments", q).statusCode(200).body("items.id", hasItem("of-words"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zephyrine -investments",
                "zephyrine -ingoteria",
                "zephyrine trains",
                "\"servers in investments\""
            })
    void what_does_not_hold_the_words_is_not_found(String q) {
        ask("/v1/commitments", q).statusCode(200).body("items.id", not(hasItem("of-words")));
    }

    @Test
    void a_claim_is_found_by_what_was_printed_in_its_own_language() {
        ask("/v1/claims", "inversiones 26").statusCode(200).body("items.id", hasItem("of-words"));
        ask("/v1/claims", "MÍLLONES inversion").statusCode(200).body("items.id", hasItem("of-words"));
        ask("/v1/claims", "inversiones 27").statusCode(200).body("items.id", not(hasItem("of-words")));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u0000b", "a\nb"})
    void what_cannot_be_asked_is_refused(String q) {
        ask("/v1/commitments", q).statusCode(400);
        ask("/v1/claims", q).statusCode(400);
    }

    @Test
    void words_are_looked_up_in_an_index() throws SQLException {
        assertThat(plan("commitment where words_match(commitment_words(title, purpose), 'x')"))
                .contains("commitment_words");
        assertThat(plan("claim where words_match(searchable(as_printed), 'x')")).contains("claim_words");
    }

    private String plan(String from) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            StringBuilder plan = new StringBuilder();
            ResultSet lines = statement.executeQuery("explain select 1 from " + from);
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
