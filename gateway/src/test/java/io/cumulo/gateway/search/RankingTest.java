package io.cumulo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    private static ObjectNode titled(String title) {
        return JsonNodeFactory.instance.objectNode().put("id", "x").put("title", title);
    }

    private static double score(String asked, ObjectNode item) {
        return new Ranking(asked).of(Kind.CONTRACT, item).score();
    }

    @Test
    void a_title_that_is_exactly_what_was_asked_scores_one() {
        assertThat(score("joint enterprise defense", titled("Joint Enterprise, Defense")))
                .isEqualTo(1);
    }

    @Test
    void case_accents_and_punctuation_don_t_count() {
        assertThat(score("inversion NUBE", titled("Inversión: nube"))).isEqualTo(1);
    }

    @Test
    void a_whole_word_beats_its_beginning_and_that_beats_the_text() {
        double whole = score("cloud", titled("cloud services"));
        double beginning = score("clou", titled("cloud services"));
        double text = score("cloud", titled("other services").put("description", "in the cloud"));
        assertThat(List.of(text, beginning, whole)).isSorted().doesNotHaveDuplicates();
        assertThat(score("cloud", titled("trains"))).isZero();
    }

    @Test
    void a_title_with_less_beside_what_was_asked_stands_first() {
        assertThat(score("jedi", titled("JEDI")))
                .isGreaterThan(score("jedi", titled("The JEDI contract of the Pentagon")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONTRACT | HQ0034-20-D-0001 | {"references":[{"scheme":"ocid","value":"x"},{"scheme":"piid","value":"HQ0034-20-D-0001"}]}
            CONTRACT | warfighters      | {"description":"For warfighters"}
            DISPUTE  | 1:19-cv-01796    | {"docketNumber":"1:19-cv-01796","statedForum":null,"grounds":[]}
            DISPUTE  | trump            | {"grounds":[{"allegedBy":"a","text":"Erred"},{"allegedBy":"a","text":"To please Donald Trump"}]}
            DISPUTE  | injuncion        | {"remediesSought":["Anulación","Inyunción o injunción"]}
            DISPUTE  | columbia         | {"forum":null,"statedForum":{"name":"District of Columbia"}}
            DISPUTE  | seal             | {"docket":[{"id":"a","text":"Filed"},{"id":"b","text":"Under seal."}]}
            DISPUTE  | remand           | {"docket":[{"id":"a","text":"Ruled","grants":["A remand"]}]}
            COMMITMENT | servers        | {"purpose":"Servers and chips"}
            """)
    void whatever_a_service_searches_is_told_as_what_answered(Kind kind, String asked, String item)
            throws JsonProcessingException {
        Found found = new Ranking(asked).of(kind, new ObjectMapper().readTree(item));
        assertThat(found.why()).isNotEmpty().allSatisfy(word -> {
            assertThat(word.found()).isEqualTo(word.asked());
            assertThat(word.in()).isEqualTo("text");
        });
        assertThat(found.score()).isBetween(0.45, 0.5);
    }

    @Test
    void a_company_is_found_by_any_of_its_names_as_its_service_weighs_them() {
        ObjectNode company = JsonNodeFactory.instance
                .objectNode()
                .put("id", "alibaba-group")
                .put("legalName", "Alibaba Group Holding Limited");
        company.putObject("match").put("score", 0.97);
        Found found = new Ranking("阿里巴巴").of(Kind.COMPANY, company);
        assertThat(found.score()).isEqualTo(0.97);
        assertThat(found.ref()).isEqualTo("/v1/companies/alibaba-group");
    }

    @Test
    void of_the_same_score_companies_stand_first_and_then_it_goes_by_key() {
        Found contract = new Found(Kind.CONTRACT, "a", "", "", 0.5, List.of());
        Found company = new Found(Kind.COMPANY, "b", "", "", 0.5, List.of());
        Found later = new Found(Kind.COMPANY, "c", "", "", 0.5, List.of());
        Found best = new Found(Kind.DISPUTE, "d", "", "", 0.6, List.of());
        assertThat(Stream.of(contract, later, company, best).sorted(Found.BEST_FIRST))
                .containsExactly(best, company, later, contract);
    }
}
