package io.cumulo.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUMULO_PROXY_RESPONSE_TIMEOUT",
                "CUMULO_RATE_LIMITS_ANONYMOUS_READING_REQUESTS",
                "CUMULO_CACHE_BYTES",
                "CUMULO_UPSTREAMS_COMPANIES_URL",
                "CUMULO_UPSTREAMS_COMPANIES_URL_0_",
                "CUMULO_API_KEYS_HOLDERS_SOMEBODY_SHA256",
                "CUMULO_API_KEYS_HOLDERS__SOME_BODY__GROUPS",
                "CUMULO_API_KEYS_SIGNING_KEY_ID",
                "CUMULO_IDENTITY_PUBLIC_KEY",
                "CUMULO_COMPANIES_URL",
                "CUMULO_PROXYING",
                "PATH",
            })
    void variables_that_set_an_option_or_are_none_of_ours_pass(String variable) {
        assertThatCode(() -> Variables.check(Set.of(variable))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUMULO_PROXY_RESPONS_TIMEOUT",
                "CUMULO_PROXY_RESPONSE_TIMEOUT_MILLIS",
                "CUMULO_RATE_LIMITS_ANONYMOUS_REQUESTS",
                "CUMULO_UPSTREAMS_COMPANIES_URLS",
                "CUMULO_API_KEYS_HOLDERS_SOMEBODY_KEY",
            })
    void a_variable_that_sets_nothing_is_told(String variable) {
        assertThatThrownBy(() -> Variables.check(Set.of(variable, "CUMULO_CACHE_BYTES")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(variable)
                .hasMessageNotContaining("CACHE");
    }

    @Test
    void everything_that_is_wrong_is_told_in_one_message() {
        assertThatThrownBy(() -> Variables.check(Set.of("CUMULO_CACHE_BITES", "CUMULO_BREAKER_PAUS")))
                .hasMessageContaining("CUMULO_BREAKER_PAUS, CUMULO_CACHE_BITES");
    }
}
