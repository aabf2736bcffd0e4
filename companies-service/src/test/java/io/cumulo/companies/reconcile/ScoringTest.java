package io.cumulo.companies.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.companies.profile.Identifier;
import io.cumulo.companies.profile.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Profile MICROSOFT = new Profile(
            CompanyKind.COMPANY,
            "Microsoft Corporation",
            List.of(),
            "US",
            List.of(new Identifier("lei", "INR2EJN1ERAN0W5ZP974", null)),
            null,
            null,
            null);

    @Test
    void a_name_alone_scores_as_the_name() {
        assertThat(score("Microsoft", Map.of(), 0.9)).isEqualTo(90);
    }

    @Test
    void an_identifier_that_agrees_settles_it_whatever_the_name() {
        assertThat(score("MSFT", Map.of(Property.LEI, List.of("inr2ejn1eran0w5zp974")), 0.2))
                .isEqualTo(100);
    }

    @Test
    void an_identifier_that_differs_speaks_against_a_perfect_name() {
        assertThat(score("Microsoft Corporation", Map.of(Property.LEI, List.of("5493006MHB84DD0ZWV18")), 1))
                .isEqualTo(50);
    }

    @Test
    void what_the_company_doesnt_tell_speaks_neither_for_nor_against() {
        assertThat(score("Microsoft", Map.of(Property.SECTOR, List.of("software")), 0.9))
                .isEqualTo(90);
    }

    @Test
    void a_property_that_differs_lowers_and_one_that_agrees_lifts() {
        assertThat(score("Microsoft", Map.of(Property.COUNTRY, List.of("US")), 0.9))
                .isGreaterThan(90);
        assertThat(score("Microsoft", Map.of(Property.COUNTRY, List.of("CN")), 0.9))
                .isLessThan(90);
    }

    @Test
    void each_part_of_the_score_is_told() {
        Query query = query("Microsoft", Map.of(Property.COUNTRY, List.of("US")));
        assertThat(Scoring.of(query, MICROSOFT, 0.9).features())
                .containsExactly(new Feature("name", 90), new Feature("country", 100));
    }

    private static double score(String text, Map<Property, List<String>> expected, double name) {
        return Scoring.of(query(text, expected), MICROSOFT, name).score();
    }

    private static Query query(String text, Map<Property, List<String>> expected) {
        return new Query(text, CompanyType.ANY.kinds(), expected, 5);
    }
}
