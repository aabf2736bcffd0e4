package io.cumulo.kit.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultTest {

    private static final ObjectReader STRICT = new ObjectMapper()
            .reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{\"a\":", "{'a':1}", "[1,]"})
    void says_what_is_wrong_and_nothing_of_the_parser(String text) {
        JsonProcessingException malformed =
                catchThrowableOfType(JsonProcessingException.class, () -> STRICT.readTree(text));
        assertThat(JsonFault.words(malformed))
                .isNotBlank()
                .doesNotContain("Feature", "com.fasterxml", "JsonNode", "Source", "`");
    }
}
