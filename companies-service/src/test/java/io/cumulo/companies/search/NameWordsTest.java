package io.cumulo.companies.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

    @ParameterizedTest
    @CsvSource({
        "'Amazon.com, Inc.', amazon com inc",
        "'Telefónica, S.A.', telefonica sa",
        "AT&T Inc., att inc",
        "Straße & Söhne GmbH, strasse sohne gmbh",
        "O'Reilly Media, oreilly media",
        "ＩＢＭ, ibm",
        "İstanbul Bulut A.Ş., istanbul bulut as",
        "Ørsted A/S, orsted a s",
    })
    void a_name_is_compared_without_case_accents_and_punctuation(String name, String folded) {
        assertThat(NameWords.of(name).folded()).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"阿里巴巴, 阿里 里巴 巴巴", "阿里云, 阿里 里云", "云, 云", "京东 Cloud, 京东 cloud"})
    void a_script_without_spaces_gives_pairs(String name, String words) {
        assertThat(NameWords.of(name).words()).containsExactly(words.split(" "));
    }

    @Property
    void any_text_has_words_and_folding_it_again_changes_nothing(@ForAll String text) {
        NameWords words = NameWords.of(text);
        assertThat(words.words()).hasSizeLessThanOrEqualTo(140).doesNotContain("");
        assertThat(NameWords.of(words.folded()).folded()).isEqualTo(words.folded());
    }

    @Property
    void one_slip_leaves_something_in_common(
            @ForAll @LowerChars @StringLength(min = 5, max = 20) String word,
            @ForAll @AlphaChars char typed,
            @ForAll int at) {
        int place = Math.floorMod(at, word.length());
        String changed = word.substring(0, place) + Character.toLowerCase(typed) + word.substring(place + 1);
        String dropped = word.substring(0, place) + word.substring(place + 1);
        String doubled = word.substring(0, place) + Character.toLowerCase(typed) + word.substring(place);
        for (String slip : new String[] {changed, dropped, doubled}) {
            assertThat(Spelling.remainders(slip)).containsAnyElementsOf(Spelling.remainders(word));
        }
    }
}
