package io.cumulo.companies.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {

    private static boolean meet(String left, String right) {
        Set<String> common = new HashSet<>(Misspelling.keys(left));
        common.retainAll(Misspelling.keys(right));
        return !common.isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orcale,oracle", "gogle,google", "googel,google", "amazn,amazon", "amazom,amazon", "micorsfot,microsoft",
        "mircosoft,microsoft", "microsft,microsoft", "alibba,alibaba", "tensent,tencent", "badu,baidu", "baiduu,baidu",
        "salesfroce,salesforce", "slaesfroce,salesforce"
    })
    void words_that_differ_by_a_typo_have_a_key_in_common(String typo, String word) {
        assertThat(meet(typo, word)).isTrue();
        assertThat(Misspelling.likeness(typo, word)).isBetween(0.7, 0.99);
    }

    @Property
    void one_typo_anywhere_in_a_word_leaves_a_key_in_common(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 5, max = 20) String word,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(max = 100) int anywhere,
            @ForAll @CharRange(from = 'a', to = 'z') char letter) {
        int place = anywhere % (word.length() - 1);
        String head = word.substring(0, place);
        String typo =
                switch (kind) {
                    case 0 -> head + word.substring(place + 1);
                    case 1 -> head + letter + word.substring(place);
                    case 2 -> head + letter + word.substring(place + 1);
                    default -> head + word.charAt(place + 1) + word.charAt(place) + word.substring(place + 2);
                };

        assertThat(meet(typo, word)).as(typo + " and " + word).isTrue();
        assertThat(Misspelling.likeness(typo, word)).isPositive();
    }

    @Test
    void short_words_and_numbers_have_no_typos() {
        assertThat(Misspelling.keys("ibm")).isEmpty();
        assertThat(Misspelling.keys("1577")).isEmpty();
        assertThat(Misspelling.likeness("ibm", "ubm")).isZero();
        assertThat(Misspelling.likeness("oracle", "miracle")).isPositive();
        assertThat(Misspelling.likeness("oracle", "google")).isZero();
    }
}
