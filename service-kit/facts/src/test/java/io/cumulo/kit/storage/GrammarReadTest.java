package io.cumulo.kit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hibernate.grammars.hql.HqlParser;
import org.junit.jupiter.api.Test;

class GrammarReadTest {

    @Test
    void a_list_is_asked_for_in_words_that_need_no_working_out_any_more() {
        int before = known(GrammarRead.read("select v from Fact v"));
        GrammarRead.FORMS.forEach(GrammarRead::read);
        int known = known(GrammarRead.read("select v from Fact v"));
        assertThat(known).isGreaterThan(before);
        HqlParser list = GrammarRead.read(
                "select c from Commitment c where c.company in (:several) and c.amount.currency = :currency"
                        + " and (c.validFrom is null or c.validFrom <= :asOf) and (c.validTo is null or c.validTo > :asOf)"
                        + " and c.recordedFrom <= :knownAt and (c.recordedTo is null or c.recordedTo > :knownAt) and c.standing <> :retracted"
                        + " order by c.company, c.id");
        assertThat(known(list)).isEqualTo(known);
    }

    private static int known(HqlParser parser) {
        return Arrays.stream(parser.getInterpreter().decisionToDFA)
                .mapToInt(decision -> decision.states.size())
                .sum();
    }
}
