package io.cumulo.companies.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.companies.ArticleCompanies;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchIndexTest {

    private static final String HELD = """
            select version_id || type || name || folded || words::text
                   || (select string_agg(word, ',' order by word) from search_posting where name_id = search_name.id)
            from search_name
            union all select word from search_word
            union all select remainder || '-' || word from search_remainder
            union all select version_id || scheme || value || coalesce(market, '') from search_identifier
            """;

    private final IndexRebuild rebuild;
    private final String url;
    private final String owner;
    private final String password;

    SearchIndexTest(
            IndexRebuild rebuild,
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "cumulo.database.owner.username") String owner,
            @ConfigProperty(name = "cumulo.database.owner.password") String password) {
        this.rebuild = rebuild;
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    @BeforeEach
    void the_companies_of_the_article() {
        ArticleCompanies.record();
    }

    @Test
    void the_index_built_anew_is_the_one_that_writers_kept() throws Throwable {
        List<String> kept = lines(HELD);
        VertxContextSupport.subscribeAndAwait(rebuild::rebuild);
        assertThat(kept).hasSizeGreaterThan(100);
        assertThat(lines(HELD)).containsExactlyInAnyOrderElementsOf(kept);
    }

    /** On a table of a few rows the planner rightly reads it whole; told not to, it must find an index for every step. */
    @ParameterizedTest
    @ValueSource(strings = {Vocabulary.EXPAND, Candidates.BY_NAME, Candidates.BY_IDENTIFIER})
    void every_question_is_answered_from_an_index(String query) throws SQLException {
        String asked = query.replaceAll(":(asked|slips|leads|wholes)\\b", "'[]'")
                .replace(":counted", "1001")
                .replace(":asOf", "current_date")
                .replace(":knownAt", "now()");
        assertThat(lines("set enable_seqscan = off; explain " + asked))
                .anyMatch(line -> line.contains("Index"))
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
