package io.cumulo.kit.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

class AcceptedTest {

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE;

    private static Accepted of(String... headers) {
        return Accepted.of(List.of(headers));
    }

    @Example
    void what_is_named_most_exactly_decides() {
        assertThat(of("text/plain;q=0, */*").takes(TEXT)).isFalse();
        assertThat(of("*/*;q=0, text/*").takes(TEXT)).isTrue();
        assertThat(of("*/*", "text/*;q=0").takes(TEXT)).isFalse();
        assertThat(of("text/plain;q=0, text/plain").takes(TEXT)).isTrue();
    }

    @Example
    void of_what_is_liked_as_much_the_first_is_given() {
        assertThat(of().best(List.of(JSON, TEXT))).contains(JSON);
        assertThat(of("text/plain, application/json").best(List.of(JSON, TEXT))).contains(TEXT);
        assertThat(of("*/*;q=0").best(List.of(JSON, TEXT))).isEmpty();
    }

    @Example
    void a_quote_hides_separators_and_must_end() {
        assertThat(of("text/plain;a=\"\\\",x/y;q=0\"").takes(TEXT)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> of("text/plain;a=\"b"));
    }

    @Example
    void a_weight_is_read_again_as_it_was_written() {
        assertThat(of(of("text/plain;q=0.001").toString()).takes(TEXT)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> of("text/plain;q=0.0001"));
    }

    /** Whatever is sent, it is read or refused; and what was read is read again as the same. */
    @Property
    void no_header_breaks_it(
            @ForAll @Chars({'a', '/', '*', ';', ',', 'q', '=', '0', '1', '.', '"', '\\', ' '}) String header) {
        Accepted accepted;
        try {
            accepted = of(header);
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(of(accepted.toString())).hasToString(accepted.toString());
    }
}
