package io.cumulo.disputes;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disputes are found by what is said of them and what is on their dockets, from indexes, at any moment of both clocks. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class DisputeFiltersTest {

    private static String knownBefore;

    private final String url;
    private final String owner;
    private final String password;

    DisputeFiltersTest(
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "cumulo.database.owner.username") String owner,
            @ConfigProperty(name = "cumulo.database.owner.password") String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    @BeforeEach
    void disputes_are_recorded() {
        if (knownBefore != null) {
            return;
        }
        dispute("filters-a", "bid-protest", "court-of-filters", "F-1", "claimant", "Se eligió a otro licitador");
        dispute("filters-b", "lawsuit", "board-of-filters", "F-2", "respondent", "The evaluation was arbitrary");
        knownBefore = given().get("/v1/disputes/filters-b").path("recordedAt");
        entry("filters-a", "filing", "2019-03-05", "Zebracornia complains about the suspended licitación.", "");
        entry("filters-a", "dismissal", "2019-06-01", "Dismissed.", ",\"reason\":\"moot\"");
        entry("filters-b", "filing", "2019-04-05", "A complaint.", "");
        entry("filters-b", "intervention", "2019-04-06", "Joins.", ",\"party\":{\"company\":\"joiner-of-filters\"}");
        for (int number = 10; number < 40; number++) {
            String words = number % 13 == 0 ? "Commonword rareword" : number % 7 == 0 ? "Neither" : "Commonword";
            Write.put("/v1/disputes/words-" + number, """
                    {"title":"%s","kind":"%s","forum":"court-of-words","parties":[{"company":"party-of-words","role":"claimant"}],"sources":%s}""".formatted(
                                    words, number % 3 == 0 ? "lawsuit" : "bid-protest", SOURCES))
                    .send()
                    .statusCode(201);
        }
    }

    private static void dispute(String id, String kind, String forum, String number, String role, String ground) {
        Write.put("/v1/disputes/" + id, """
                {"title":"Quokkatron protests","kind":"%s","forum":"%s","docketNumber":"%s",
                 "parties":[{"company":"company-of-filters","role":"%s"}],
                 "grounds":[{"allegedBy":"company-of-filters","text":"%s"}],"sources":%s}""".formatted(kind, forum, number, role, ground, SOURCES))
                .send()
                .statusCode(201);
    }

    private static void entry(String dispute, String kind, String on, String text, String extras) {
        Write.put("/v1/disputes/" + dispute + "/docket/" + kind, """
                {"kind":"%s","on":"%s","text":"%s"%s,"sources":%s}""".formatted(kind, on, text, extras, SOURCES))
                .send()
                .statusCode(201);
    }

    private static List<String> found(String query) {
        return given().get("/v1/disputes?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            forum=court-of-filters                                                    | filters-a
            company=board-of-filters                                                  | filters-b
            company=company-of-filters                                                | filters-a filters-b
            company=company-of-filters&role=claimant                                  | filters-a
            company=company-of-filters&role=respondent                                | filters-b
            company=company-of-filters&role=intervenor                                |
            company=joiner-of-filters                                                 | filters-b
            company=joiner-of-filters&role=intervenor                                 | filters-b
            company=joiner-of-filters&asOf=2019-04-05                                 |
            company=company-of-filters&kind=lawsuit                                   | filters-b
            docketNumber=F-1                                                          | filters-a
            company=company-of-filters&state=dismissed                                | filters-a
            company=company-of-filters&state=pending                                  | filters-b
            company=company-of-filters&state=pending&asOf=2019-05-31                  | filters-a filters-b
            company=company-of-filters&state=none&asOf=2019-03-31                     | filters-b
            company=company-of-filters&broughtFrom=2019-04-01                         | filters-b
            company=company-of-filters&broughtTo=2019-03-31                           | filters-a
            company=company-of-filters&broughtFrom=2019-03-01&broughtTo=2019-04-30    | filters-a filters-b
            q=quokkatron                                                              | filters-a filters-b
            q=zebracornia                                                             | filters-a
            q=zebracornia complaining                                                 | filters-a
            q=zebracornia&asOf=2019-03-04                                             |
            q=licitaciones zebracornia                                                | filters-a
            q="quokkatron protest"                                                    | filters-a filters-b
            q=quokkatron arbitrary                                                    | filters-b
            company=company-of-filters&q=evaluations                                  | filters-b
            company=company-of-filters&q=licitadores                                  | filters-a
            """)
    void each_filter_finds_what_it_should(String query, String expected) {
        assertThat(found(query))
                .containsExactlyElementsOf(
                        expected == null ? List.of() : List.of(expected.trim().split(" ", -1)));
    }

    @Test
    void what_a_filter_found_then_it_finds_for_ever() {
        String then = "&knownAt=" + knownBefore;
        assertThat(found("q=zebracornia" + then)).isEmpty();
        assertThat(found("company=company-of-filters&state=dismissed" + then)).isEmpty();
        assertThat(found("company=company-of-filters&state=none" + then)).containsExactly("filters-a", "filters-b");
        assertThat(found("company=joiner-of-filters" + then)).isEmpty();
        assertThat(found("q=quokkatron" + then)).containsExactly("filters-a", "filters-b");
    }

    /** A page of one goes through the list first; one of hundreds looks everywhere at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=commonword",
                "q=commonword&kind=lawsuit",
                "q=rareword",
                "q=commonword -rareword",
                "q=commonword&asOf=2019-03-04",
                "broughtFrom=2019-03-01&broughtTo=2019-03-31",
                "broughtFrom=2019-03-01",
                "q=quokkatron&broughtFrom=2019-04-01",
                "q=nosuchword"
            })
    void words_that_many_have_and_words_that_few_have_are_found_alike(String query) {
        List<String> page = found(query + "&limit=500");
        assertThat(page).isEqualTo(pageByPage(query));
        assertThat(page.isEmpty()).isEqualTo(query.contains("nosuchword"));
    }

    private static List<String> pageByPage(String query) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = given().get("/v1/disputes?" + query + "&limit=1" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items.id"));
            cursor = page.get("next") == null ? "" : "&cursor=" + page.get("next");
        } while (!cursor.isEmpty());
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role=claimant",
                "company=a&role=judge",
                "state=dreaming",
                "kind=war",
                "broughtFrom=yesterday",
                "broughtFrom=-9999-01-01",
                "broughtTo=%2B999999999-12-31",
                "q=",
                "q=%00",
                "nothing=1"
            })
    void a_filter_that_cannot_be_used_is_400(String query) {
        given().urlEncodingEnabled(false).get("/v1/disputes?" + query).then().statusCode(400);
    }

    @Test
    void words_that_are_no_question_find_nothing_and_break_nothing() {
        for (String q : List.of("&|!():*<->", "\"", "-", "the", "' or 1=1 --", "🦓", "a".repeat(200))) {
            given().queryParam("q", q).get("/v1/disputes").then().statusCode(200);
            given().queryParam("q", q).get("/v1/contracts").then().statusCode(200);
        }
    }

    @Test
    void contracts_are_found_by_their_words() {
        ArticleDataset.record();
        given().queryParam("q", "warfighting OR warfighter clouds")
                .get("/v1/contracts")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("jwcc"));
        given().queryParam("q", "infrastructure -warfighter")
                .get("/v1/contracts")
                .then()
                .body("items.id", hasItems("jedi"));
    }

    /** On tables of a few rows the planner rightly reads them whole; told not to, it must find the filter's own index. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v.forum = 'a'                                                                    | dispute_forum
            v.contract = 'a'                                                                 | dispute_contract
            v.kind = 'APPEAL'                                                                | dispute_kind
            v.docket_number = 'a'                                                            | dispute_docket_number
            v.appeals_from in ('a', 'b')                                                     | dispute_appeals_from
            v.subject in (select d.subject from dispute d where d.forum in ('a') union select d.subject from dispute d \
            where d.companies && array['a'] union select e.subject from docket_entry e where e.party in ('a') and e.recorded_to is null) \
            and (v.forum in ('a') or v.companies && array['a'] or v.subject in (select e.subject from docket_entry e \
            where e.party in ('a') and e.recorded_to is null))                               | docket_entry_party
            v.party_roles && array['claimant a']                                             | dispute_party_roles
            v.subject in (select e.dispute from dispute_phase e where e.phase = 'SETTLED' and e.recorded_to is null) | dispute_phase_phase
            v.subject in (select e.dispute from dispute_phase e where e.begins = true and e.starts_on between '2020-01-01' and '2020-02-01' \
            and e.recorded_to is null)                                                       | dispute_phase_
            v.subject = any (disputes_with_words('word', '2020-01-01', null))                | dispute_subject_fact_id
            v.subject in (select e.subject from docket_entry e where e.search @@ words_wanted('word -other')) | docket_entry_search
            """)
    void every_filter_is_answered_from_an_index(String condition, String index) throws SQLException {
        assertThat(lines("set enable_seqscan = off; explain select * from dispute v where " + condition
                        + " and v.recorded_to is null"))
                .anyMatch(line -> line.contains(index))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    private List<String> lines(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(query);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    lines.add(result.getString(1));
                }
            }
            return lines;
        }
    }
}
