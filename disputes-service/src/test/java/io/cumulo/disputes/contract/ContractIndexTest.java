package io.cumulo.disputes.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.disputes.JediCase;
import io.cumulo.kit.testing.PlayedNeighbour;
import io.cumulo.kit.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(PlayedNeighbour.class)
class ContractIndexTest {

    private final String url;
    private final String owner;
    private final String password;

    ContractIndexTest(
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "cumulo.database.owner.username") String owner,
            @ConfigProperty(name = "cumulo.database.owner.password") String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    @BeforeEach
    void the_case_is_recorded() {
        JediCase.record();
    }

    /** On a table of a few rows the planner rightly reads it whole; told not to, it must find the filter's own index. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v.buyer = 'a'                                                           | contract_buyer
            v.suppliers && array['a']                                               | contract_suppliers
            (v.buyer in ('a', 'b') or v.suppliers && array['a', 'b'])               | contract_suppliers
            v.stage = 'AWARD'                                                       | contract_stage
            v.ceiling_currency = 'USD' and v.ceiling_amount >= 1                    | contract_ceiling
            v.ceiling_currency = 'USD' and v.ceiling_amount between 1 and 5         | contract_ceiling
            exists (select 1 from contract_order o where o.contract = v.fact_id and o.starts_on <= '2020-04-24' \
            and (o.ends_on is null or o.ends_on > '2020-04-24') and o.recorded_to is null) | dispute_contract
            v.reference_numbers @> '[{"scheme":"ocid","value":"a"}]'                | contract_references
            """)
    void every_filter_is_answered_from_an_index(String condition, String index) throws SQLException {
        assertThat(lines("set enable_seqscan = off; set enable_indexscan = on; explain select * from contract v where "
                        + condition + " and v.recorded_to is null"))
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
