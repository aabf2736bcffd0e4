package io.cumulo.disputes;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody asks for as they write it finds what is recorded as its source writes it, whether the list is gone through or looked up. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class FoundByWordsTest {

    @BeforeEach
    void recorded() {
        Write.put("/v1/contracts/found-cloud", """
                {"title":"Okapion nube","description":"Inversión de Okapion.com","buyer":"buyer-of-words","stage":"award",
                 "references":[{"scheme":"solicitation","value":"QK0034-18-R-0077"},{"scheme":"piid","value":"QK0034-20-D-0001"}],
                 "sources":%s}""".formatted(SOURCES)).send();
        Write.put("/v1/contracts/found-other", """
                {"title":"Okapion trenes","description":"0001 D 20 QK0034","buyer":"buyer-of-words","stage":"award","sources":%s}""".formatted(SOURCES)).send();
        dispute("found-court", "1:19-cv-71796", "Okapion.com, Inc. v. Ibáñez", "La licitación fue arbitraria");
        dispute(
                "found-board",
                "B/2019-44",
                "Okapion appeal",
                "Evaluations of JEDÍ were suspended without \\\"cause\\\"");
        Write.put("/v1/disputes/found-board/docket/filing", """
                {"kind":"filing","on":"2019-03-05","text":"Compañías y/o proveedores quejáronse en <Córdoba>.","sources":%s}""".formatted(SOURCES))
                .send();
    }

    private static void dispute(String id, String number, String title, String ground) {
        Write.put("/v1/disputes/" + id, """
                {"title":"%s","kind":"lawsuit","forum":"forum-of-words","docketNumber":"%s",
                 "parties":[{"company":"party-of-words","role":"claimant"}],
                 "grounds":[{"allegedBy":"party-of-words","text":"%s"}],"sources":%s}""".formatted(title, number, ground, SOURCES))
                .send();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disputes  | 1:19-cv-71796             | found-court
            disputes  | "1:19-CV-71796"           | found-court
            disputes  | B/2019-44                 | found-board
            contracts | QK0034-20-D-0001          | found-cloud
            contracts | qk0034-18-r-0077 okapion  | found-cloud
            """)
    void by_the_numbers_that_forums_and_buyers_gave(String list, String question, String expected) {
        find(list, question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disputes  | okapion licitacion          | found-court
            disputes  | okapion licitación          | found-court
            disputes  | okapion licitaciones IBÁÑEZ | found-court
            disputes  | okapion licitaciones ibanez | found-court
            disputes  | okapion -licitacion         | found-board
            disputes  | okapion JÉDI evaluation    | found-board
            disputes  | okapion JÉDI evaluated      | found-board
            disputes  | quejaronse compania         | found-board
            contracts | okapion inversion           | found-cloud
            contracts | ÓKAPION inversiones         | found-cloud
            """)
    void whatever_accents_are_written(String list, String question, String expected) {
        find(list, question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disputes  | okapion inc                 | found-court
            disputes  | okapion.com                 | found-court
            disputes  | "okapion com inc v"         | found-court
            disputes  | okapion cause               | found-board
            disputes  | okapion - without-"cause"   | found-board
            disputes  | proveedores o cordoba       | found-board
            disputes  | 2019 44 okapion             | found-board
            disputes  | "1:19-cv-71796" okapion     | found-court
            disputes  | 71796 okapion               | found-court
            contracts | 0077 okapion                | found-cloud
            contracts | okapion com                 | found-cloud
            contracts | okapion -okapion.com        | found-other
            """)
    void whatever_stands_between_the_words(String list, String question, String expected) {
        find(list, question, expected);
    }

    /** In none of its texts, in any way in which a text is found that has it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disputes  | okapion -cordoba            | found-court
            disputes  | okapion -"en cordoba"       | found-court
            disputes  | okapion -nowhere -CORDOBA   | found-court
            disputes  | okapion -licitaciones       | found-board
            disputes  | -"inc v" quejaronse         | found-board
            disputes  | cordoba -evaluating         |
            disputes  | okapion -jedi -arbitraria   |
            disputes  | quejaronse or ibanez -jedi  | found-court
            contracts | okapion -inversiones        | found-other
            """)
    void what_is_asked_for_without_a_word(String list, String question, String expected) {
        find(list, question, expected);
    }

    @Test
    void a_question_that_only_says_without_what_asks_for_all_others() {
        assertThat(page("disputes", "-cordoba", 500, null).getList("items.id", String.class))
                .contains("found-court")
                .doesNotContain("found-board");
        assertThat(page("disputes", "-cordoba -ibanez", 1, null).getList("items.id", String.class))
                .doesNotContain("found-court", "found-board");
        find("disputes", "-", null);
    }

    /** Letters of four bytes, in long words that differ with and without their accents and in each language: no index could hold them all. */
    @Test
    void a_text_that_is_too_long_to_be_searched_whole_is_taken_and_found_by_its_beginning() {
        String grounds = IntStream.range(0, 200)
                .mapToObj(number -> "{\"allegedBy\":\"party-of-words\",\"text\":\"n" + number + " "
                        + longWord(number, 'a') + " " + longWord(number, 'b') + "\"}")
                .collect(Collectors.joining(","));
        Write.put("/v1/disputes/found-long", """
                {"title":"Longissima okapionum","kind":"lawsuit","forum":"forum-of-words",
                 "parties":[{"company":"party-of-words","role":"claimant"}],"grounds":[%s],"sources":%s}""".formatted(grounds, SOURCES))
                .send()
                .statusCode(201);
        find("disputes", "longissima n99", "found-long");
    }

    private static String longWord(int number, char first) {
        return "" + first + (char) ('a' + number % 20) + (char) ('a' + number / 20) + "\uD801\uDC28".repeat(235)
                + "\u00EDzar\u00EDas";
    }

    /** A page of one goes through the list first; one of hundreds looks everywhere at once. */
    private static void find(String list, String question, String expected) {
        String[] all = expected == null ? new String[0] : new String[] {expected};
        assertThat(page(list, question, 500, null).getList("items.id", String.class))
                .containsExactly(all);
        List<String> oneByOne = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(list, question, 1, cursor);
            oneByOne.addAll(page.getList("items.id"));
            cursor = page.get("next");
        } while (cursor != null);
        assertThat(oneByOne).containsExactly(all);
    }

    private static JsonPath page(String list, String question, int limit, String cursor) {
        return given().queryParam("q", question)
                .queryParam("limit", limit)
                .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                .get("/v1/" + list)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
