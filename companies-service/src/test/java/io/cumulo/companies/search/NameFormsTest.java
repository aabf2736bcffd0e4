package io.cumulo.companies.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Amazon.com, Inc.                                | amazon com                 | inc
            AMAZON.COM INC                                  | amazon com                 | incorporated
            Alibaba Group Holding Limited                   | alibaba group holding      | limited
            Shenzhen Widget Co., Ltd.                       | shenzhen widget            | limited
            Société Générale S.A.                           | societe generale           | sa
            Telefónica, S. A.                               | telefonica                 | sa
            Philips N.V.                                    | philips                    | nv
            Müller & Söhne GmbH & Co. KG                    | muller and sohne           | gmbhandcokg
            Ørsted A/S                                      | orsted                     | as
            L’Oréal                                         | loreal                     | ''
            J.P. Morgan                                     | jp morgan                  | ''
            ООО Яндекс                                      | яндекс                     | ооо
            阿里巴巴                                        | 阿里 里巴 巴巴             | ''
            阿里巴巴集团控股有限公司                        | 阿里 里巴 巴巴             | limited
            株式会社東芝                                    | 东芝                       | kk
            (株)東芝                                        | 东芝                       | kk
            騰訊控股有限公司                                | 腾讯                       | limited
            ＪＤ．ｃｏｍ                                    | jd com                     | ''
            JD京东                                          | jd 京东                    | ''
            SA                                              | sa                         | ''
            Limited                                         | limited                    | ''
            !!!                                             | !!!                        | ''
            """)
    void a_name_is_its_words_without_case_accents_punctuation_and_legal_form(String name, String words, String form) {
        NameForm first = NameForms.of(name).get(0);

        assertThat(String.join(" ", first.words())).isEqualTo(words);
        assertThat(first.legalForm()).startsWith(form.equals("inc") ? "incorporated" : form);
    }

    @ParameterizedTest
    @CsvSource({"阿里巴巴,alibaba", "騰訊,tengxun", "Яндекс,yandeks", "アマゾン,amazon", "Ζάρα,zara", "JD京东,jdjingdong"})
    void a_name_in_another_script_is_kept_as_it_sounds_too(String name, String latin) {
        assertThat(NameForms.of(name).get(1).whole()).isEqualTo(latin);
        assertThat(NameForms.of(name).get(1).latin()).isTrue();
    }

    @Property
    void any_text_has_forms_that_the_database_can_store(@ForAll @StringLength(max = 320) String text) {
        for (NameForm form : NameForms.of(text)) {
            assertThat(form.words()).isNotEmpty().allSatisfy(word -> {
                assertThat(word).isNotEmpty().hasSizeLessThanOrEqualTo(100).doesNotContain(" ", "\0");
                assertThat(word.codePoints()).noneMatch(character -> character >= 0xD800 && character <= 0xDFFF);
            });
            assertThat(form.whole()).hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    void nothing_but_spaces_has_no_form() {
        assertThat(NameForms.of(" \t\u00a0\0\u200b")).isEmpty();
    }
}
