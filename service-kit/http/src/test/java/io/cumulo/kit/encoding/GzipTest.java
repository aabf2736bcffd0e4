package io.cumulo.kit.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "deflate, gzip, br, zstd",
                "br;q=1.0, gzip;q=0.001",
                "gzip ; q=1",
                "*",
                "identity;q=0, *",
                "deflate,, gzip"
            })
    void is_taken_by_whoever_names_it_or_anything(String acceptEncoding) {
        assertThat(Gzip.isTaken(acceptEncoding)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "gzip;q=-1", "gzip;q=x"
            })
    void is_not_taken_by_whoever_names_others_or_refuses_it(String acceptEncoding) {
        assertThat(Gzip.isTaken(acceptEncoding)).isFalse();
    }

    @Test
    void is_not_taken_by_whoever_says_nothing() {
        assertThat(Gzip.isTaken(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"\"3-7\",\"3-7-gzip\"", "W/\"a\",W/\"a-gzip\"", "\"a-gzip\",\"a-gzip\""})
    void has_a_tag_of_its_own(String tag, String coded) {
        assertThat(Gzip.tag(tag)).isEqualTo(coded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"3-7-gzip\"|\"3-7\"", "\"a\", W/\"b-gzip\"|\"a\", W/\"b\"", "*|*", "\"a-gzip-b\"|\"a-gzip-b\""})
    void a_condition_by_either_tag_names_the_same_state(String condition, String uncoded) {
        assertThat(Gzip.uncoded(condition)).isEqualTo(uncoded);
        assertThat(Gzip.isNamedBy(condition)).isEqualTo(!condition.equals(uncoded));
    }

    @Test
    void what_is_coded_can_be_read_again() throws IOException {
        byte[] content = "{\"key\":\"amazon\"}".repeat(1000).getBytes();
        byte[] coded = Gzip.code(content);
        assertThat(coded).hasSizeLessThan(content.length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(coded)).readAllBytes())
                .isEqualTo(content);
    }
}
