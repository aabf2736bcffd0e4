package io.cumulo.companies.search;

import static io.cumulo.kit.testing.Write.SOURCES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.testing.SchemaOwner;
import io.cumulo.kit.testing.TestDatabase;
import io.cumulo.kit.testing.Write;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchIndexTest {

    private static final List<String> CONTENTS = List.of(
            "select cast(n as text) from search_name n",
            "select cast(p as text) from search_posting p",
            "select cast(i as text) from search_identifier i",
            "select distinct key || ' ' || word from search_word");

    private final IndexRebuild rebuild;
    private final CompanySearch search;

    SearchIndexTest(IndexRebuild rebuild, CompanySearch search) {
        this.rebuild = rebuild;
        this.search = search;
    }

    private static <T> T awaited(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }

    private void filledBy(int rules, int whole) throws SQLException {
        SchemaOwner.execute("update search_index set done = null, rules = " + rules + ", whole = " + whole);
    }

    /** Another step of the one that runs by itself may be under way. */
    private void madeWhole() throws Throwable {
        awaited(rebuild::complete);
        await().until(() ->
                answer("select cast(whole = rules as text) from search_index").equals(List.of("true")));
    }

    private void madeFromNothing() throws Throwable {
        SchemaOwner.execute("truncate search_name, search_posting, search_word, search_identifier");
        filledBy(NameForms.RULES, 0);
        madeWhole();
    }

    private static List<String> answer(String query) {
        try {
            return awaited(() -> Panache.withSession(
                    () -> Panache.getSession().chain(session -> session.createNativeQuery(query, String.class)
                            .getResultList())));
        } catch (Throwable failed) {
            throw new AssertionError(query, failed);
        }
    }

    private static List<List<String>> contents() {
        List<List<String>> contents = new ArrayList<>();
        for (String query : CONTENTS) {
            contents.add(answer(query).stream().sorted().toList());
        }
        return contents;
    }

    private static void someHistory() {
        Random random = new Random(7);
        for (int number = 0; number < 20; number++) {
            String company = "/v1/companies/indexed-" + number;
            record(company, "Ümläut & Söhne " + number, "null");
            record(company, "Later Name " + number, "\"" + (2000 + random.nextInt(20)) + "\"");
            if (number % 5 == 0) {
                Write.post(company + "/retraction", "{\"reason\":\"withdrawn\",\"sources\":" + SOURCES + "}")
                        .send();
            }
        }
    }

    private static void record(String company, String name, String validFrom) {
        Write write = Write.put(
                company,
                "{\"kind\":\"company\",\"legalName\":\"" + name
                        + "\",\"names\":[{\"name\":\"索引 Яндекс\",\"type\":\"native\"}],\"identifiers\":[{\"scheme\":\"ticker\",\"market\":\"XNYS\",\"value\":\"IDX\"}],\"validFrom\":"
                        + validFrom + ",\"sources\":" + SOURCES + "}");
        if (write.send().extract().statusCode() == 412) {
            write.sendIfMatch("*").statusCode(200);
        }
    }

    @Test
    void what_is_made_anew_is_what_writes_have_made() throws Throwable {
        ArticleCompanies.record();
        someHistory();
        List<List<String>> written = contents();

        madeFromNothing();

        assertThat(contents()).isEqualTo(written);
        assertThat(written).allSatisfy(table -> assertThat(table).isNotEmpty());
        assertThat(given().queryParam("q", "alibba").get("/v1/companies").<List<String>>path("items.id"))
                .startsWith("alibaba-group");
    }

    @Test
    void what_older_rules_have_made_is_made_anew_where_it_stands() throws Throwable {
        ArticleCompanies.record();
        List<List<String>> written = contents();
        SchemaOwner.execute(
                "update search_name set words = 'as older rules', whole = 'say'",
                "delete from search_word where key not like '=%'",
                "update search_word set rules = 0");
        filledBy(NameForms.RULES - 1, NameForms.RULES - 1);

        madeWhole();

        assertThat(contents()).isEqualTo(written);
    }

    @Test
    void beside_an_index_of_newer_rules_a_process_answers_and_what_it_records_is_taken_in_once_more() throws Throwable {
        ArticleCompanies.record();
        filledBy(NameForms.RULES + 1, NameForms.RULES + 1);
        awaited(rebuild::complete);
        assertThat(answer("select rules || ' ' || whole from search_index"))
                .containsExactly(NameForms.RULES + 1 + " " + (NameForms.RULES + 1));

        record("/v1/companies/beside-newer", "Beside Newer Rules", "null");

        assertThat(given().queryParam("q", "alibba").get("/v1/companies").<List<String>>path("items.id"))
                .startsWith("alibaba-group");
        assertThat(given().queryParam("q", "besides newer rules")
                        .get("/v1/companies")
                        .<List<String>>path("items.id"))
                .startsWith("beside-newer");
        List<List<String>> written = contents();
        SchemaOwner.execute(
                "update search_name set words = 'as older rules' where version_id in (select version_id from search_behind)");
        assertThat(contents()).isNotEqualTo(written);
        filledBy(NameForms.RULES, NameForms.RULES);
        awaited(rebuild::complete);
        await().until(() ->
                answer("select cast(version_id as text) from search_behind").isEmpty());
        assertThat(contents()).isEqualTo(written);
    }

    @Test
    void a_batch_answers_as_each_of_its_requests_would() throws Throwable {
        ArticleCompanies.record();
        List<SearchRequest> requests = new ArrayList<>();
        for (String text : List.of("alibba", "Microsoft Corp", "阿里云", "cloud", "nobody at all", "ticker", "oracle")) {
            requests.add(request(text, List.of()));
        }
        requests.add(request("Redmond", List.of(IdentifierQuery.of("ticker", "MSFT"))));
        requests.add(request("", List.of(IdentifierQuery.of("wikidata", "Q95"))));
        List<List<Match>> batch = awaited(() -> Panache.withSession(() -> search.findAll(requests)));

        for (int number = 0; number < requests.size(); number++) {
            SearchRequest request = requests.get(number);
            assertThat(batch.get(number))
                    .as(request.toString())
                    .isEqualTo(awaited(() -> Panache.withSession(() -> search.find(request))));
        }
        assertThat(batch.get(7).get(0).company()).isEqualTo("microsoft");
        assertThat(batch.get(8).get(0).company()).isEqualTo("google");
    }

    private static SearchRequest request(String text, List<IdentifierQuery> identifiers) {
        return new SearchRequest(
                text, Set.of(), Optional.empty(), identifiers, Moment.of(LocalDate.of(2026, 1, 1)), 10);
    }

    /** Thousands of names that share their words, written by the index's own code from rows put in beside it. */
    @Test
    void every_look_up_takes_an_index() throws Throwable {
        awaited(() -> Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        insert into profile (version_id, subject, fact_id, revision, standing, preferred, sources, recorded_by,
                                             kind, legal_name, names, country, identifiers)
                        select gen_random_uuid(), 'explained-' || n, 'explained-' || n, 1, 'ASSERTED', false,
                               '[{"publisher": "Test", "title": "Test", "quote": "Test"}]', 'test',
                               'COMPANY', 'Explained ' || md5(cast(n as text)) || ' Group', '[]', 'CN',
                               jsonb_build_array(jsonb_build_object('scheme', 'isin', 'value', 'X' || n))
                        from generate_series(1, 5000) n
                        """).executeUpdate())));
        madeFromNothing();

        for (String plan : plans()) {
            assertThat(plan).contains("Index").doesNotContain("Seq Scan");
        }
    }

    private static List<String> plans() {
        String queries = "'[{\"query\":0,\"as_of\":\"2026-01-01\",\"known_at\":\"infinity\"}]'";
        return List.of(
                plan(
                        NameQueries.WORDS.replace(
                                ":asked",
                                "'[{\"query\":0,\"slot\":0,\"first\":\"-gruop\",\"last\":\"-gruop\",\"known_at\":\"infinity\",\"most\":20}]'")),
                plan(NameQueries.CANDIDATES
                        .replace(":queries", queries)
                        .replace(":terms", "'[{\"query\":0,\"term\":\"group\",\"most\":200}]'")
                        .replace(":beginnings", "'[{\"query\":0,\"first\":\"expl\",\"last\":\"explz\"}]'")
                        .replace(":identifiers", "'[{\"query\":0,\"value\":\"X77\"}]'")));
    }

    private static String plan(String statement) {
        return String.join("\n", answer("explain " + statement));
    }
}
