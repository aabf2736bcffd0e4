package io.cumulo.companies.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CandidateTest {

    @Test
    void the_one_that_leads_clearly_is_the_match() {
        assertThat(Candidate.judged(List.of(scored("b", 60), scored("a", 95)), 5))
                .extracting(Candidate::id, Candidate::match)
                .containsExactly(tuple("a", true), tuple("b", false));
    }

    @Test
    void a_tie_matches_none() {
        assertThat(Candidate.judged(List.of(scored("a", 100), scored("b", 100)), 5))
                .noneMatch(Candidate::match);
    }

    @Test
    void a_narrow_lead_matches_none() {
        assertThat(Candidate.judged(List.of(scored("a", 95), scored("b", 90)), 5))
                .noneMatch(Candidate::match);
    }

    @Test
    void a_bad_candidate_is_no_match_though_it_stands_alone() {
        assertThat(Candidate.judged(List.of(scored("a", 60)), 5)).noneMatch(Candidate::match);
    }

    @Test
    void a_rival_beyond_the_limit_still_stands_in_the_way() {
        assertThat(Candidate.judged(List.of(scored("a", 95), scored("b", 95)), 1))
                .hasSize(1)
                .noneMatch(Candidate::match);
    }

    @Property
    void at_most_the_first_matches_and_the_best_come_first(
            @ForAll @Size(max = 20) List<@DoubleRange(max = 100) Double> scores) {
        List<Candidate> judged = Candidate.judged(
                scores.stream()
                        .map(score -> scored("c" + score.hashCode(), score))
                        .toList(),
                10);
        assertThat(judged).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(judged.stream().skip(1)).noneMatch(Candidate::match);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static Candidate scored(String id, double score) {
        return new Candidate(id, id, "", List.of(), score, false, List.of());
    }
}
