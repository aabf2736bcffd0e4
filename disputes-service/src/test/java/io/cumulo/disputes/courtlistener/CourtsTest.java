package io.cumulo.disputes.courtlistener;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.disputes.intake.OrganizationId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourtsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uscfc | U.S. Court of Federal Claims                               | us-court-of-federal-claims
            cafc  | U.S. Court of Appeals, Federal Circuit                     | us-court-of-appeals-federal-circuit
            dcd   | U.S. District Court for the District of Columbia           | us-district-court-for-the-district-of-columbia
            med   | U.S. District Court for the District of Maine              | us-district-court-for-the-district-of-maine
            mied  | U.S. District Court for the Eastern District of Michigan   | us-district-court-for-the-eastern-district-of-michigan
            txsb  | U.S. Bankruptcy Court for the Southern District of Texas   | us-bankruptcy-court-for-the-southern-district-of-texas
            nmid  | U.S. District Court for the Northern Mariana Islands       | us-district-court-for-the-northern-mariana-islands
            fisc  | U.S. court fisc                                            | us-court-fisc
            """)
    void a_court_is_told_by_its_short_name(String court, String name, String key) {
        assertThat(Courts.forum(court).name()).isEqualTo(name);
        assertThat(Courts.forum(court).id()).contains(new OrganizationId(OrganizationId.OURS, key));
    }
}
