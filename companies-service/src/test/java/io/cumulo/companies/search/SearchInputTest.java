package io.cumulo.companies.search;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked for is answered or refused, and never an internal error. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchInputTest {

    private static final int TEXTS = 400;
    /** Where the traps are: controls, quotes, wildcards, marks, right-to-left, halves of pairs, ligatures that are phrases, emoji, the last plane. */
    private static final int[][] BLOCKS = {
        {0x0, 0x1F},
        {0x20, 0x7E},
        {0x80, 0x2FF},
        {0x300, 0x36F},
        {0x370, 0x5FF},
        {0x600, 0x6FF},
        {0xE00, 0xE7F},
        {0x200B, 0x202E},
        {0x3040, 0x30FF},
        {0x4E00, 0x9FFF},
        {0xAC00, 0xD7A3},
        {0xD800, 0xDFFF},
        {0xFDF0, 0xFDFF},
        {0xFF00, 0xFFFF},
        {0x1F300, 0x1F6FF},
        {0x10FF00, 0x10FFFF}
    };

    @Test
    void any_text_is_answered_or_refused() {
        for (int seed = 0; seed < TEXTS; seed++) {
            String text = text(new Random(seed));
            int expected = sent(text).isBlank()
                            || sent(text).codePointCount(0, sent(text).length()) > 300
                            || sent(text).chars().anyMatch(Character::isISOControl)
                    ? 400
                    : 200;

            for (String parameter : List.of("q", "prefix", "identifier")) {
                String path = parameter.equals("prefix") ? "/v1/companies/suggest" : "/v1/companies";
                int status = given().queryParam(parameter, text).get(path).statusCode();
                assertThat(status)
                        .as("seed " + seed + ", " + parameter)
                        .isIn(parameter.equals("identifier") ? List.of(200, 400) : List.of(expected));
            }
        }
    }

    /** As the server reads it: half of a pair can't be sent. */
    private static String sent(String text) {
        return text.replaceAll("\\p{Cs}", "?");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(4) == 0 ? 310 : 12);
        while (length-- > 0) {
            int[] block = BLOCKS[random.nextInt(10) < 7 ? 1 + random.nextInt(BLOCKS.length - 1) : 1];
            text.appendCodePoint(block[0] + random.nextInt(block[1] - block[0] + 1));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u0000", "a\u0000b", "\u0007", "line\nbreak", "tab\tbed", "\u0085", "\u00a0\u0000"})
    void a_text_that_is_empty_or_has_control_characters_is_400(String text) {
        given().queryParam("q", text)
                .get("/v1/companies")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:cumulo:problem:invalid-parameter"))
                .body("errors[0].parameter", equalTo("q"));
    }

    @Test
    void a_text_has_at_most_300_characters() {
        assertThat(given().queryParam("q", "界".repeat(300)).get("/v1/companies").statusCode())
                .isEqualTo(200);
        assertThat(given().queryParam("q", "𐍈".repeat(300))
                        .get("/v1/companies")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().queryParam("q", "a".repeat(301)).get("/v1/companies").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "\\", "'", "\"", "'; drop table profile; --", "🍎", "()", "{}", "*", "\u202etxet"})
    void signs_are_no_wildcards(String text) {
        ArticleCompanies.record();
        given().queryParam("q", text)
                .get("/v1/companies")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem("amazon")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lei", "lei:", ":x", "LEI:X", "a b:c", "lei:a\u0000", "ticker:/BABA ", "lei: "})
    void an_identifier_that_is_none_is_400(String identifier) {
        var answer = given().queryParam("identifier", identifier)
                .get("/v1/companies")
                .then();

        answer.statusCode(identifier.startsWith("ticker") ? 200 : 400);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        given().queryParam("q", " ")
                .queryParam("identifier", "x")
                .queryParam("kind", "cloud")
                .queryParam("country", "c\u0001n")
                .get("/v1/companies")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("q"))
                .body("errors.parameter", hasItem("identifier"))
                .body("errors.parameter", hasItem("kind"))
                .body("errors.parameter", hasItem("country"));
    }

    @Test
    void a_company_of_any_name_is_recorded_and_found_by_it() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        for (int seed = 0; seed < TEXTS / 4; seed++) {
            String name = sent(text(new Random(seed))).replaceAll("\\p{Cc}", " ");
            String id = "any-name-" + seed;
            ObjectNode body = mapper.createObjectNode().put("kind", "company").put("legalName", name);
            body.set("sources", mapper.readTree(SOURCES));
            int status = Write.put("/v1/companies/" + id, body.toString())
                    .send()
                    .statusCode(anyOf(is(201), is(422)))
                    .extract()
                    .statusCode();
            if (status == 201 && !NameForms.of(name).isEmpty()) {
                assertThat(given().queryParam("q", name)
                                .queryParam("limit", 500)
                                .get("/v1/companies")
                                .<List<String>>path("items.id"))
                        .as("seed " + seed + ": " + name)
                        .contains(id);
            }
        }
    }
}
