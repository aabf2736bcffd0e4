package io.cumulo.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.gateway.upstream.BreakerLimits;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit that can't be kept stops the start, and is told by its name: it would fail each request instead. */
class LimitsTest {

    private final Map<String, String> options = new HashMap<>();

    LimitsTest() {
        for (String who : List.of("anonymous", "authenticated")) {
            for (String budget : List.of("reading", "writing", "bulk")) {
                options.put("cumulo.rate-limits." + who + "." + budget + ".requests", "1000000000");
            }
        }
        for (String service : List.of("companies", "investments", "disputes")) {
            options.put("cumulo.upstreams." + service + ".url", "http://" + service);
            options.put("cumulo.upstreams." + service + ".paths", "/v1/" + service);
        }
    }

    @Test
    void limits_that_can_be_kept_pass() {
        assertThat(limits().getConfigMapping(BreakerLimits.class).failureShare())
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "rate-limits.anonymous.reading.requests 0",
                "rate-limits.authenticated.bulk.requests -1",
                "rate-limits.authenticated.writing.requests 1000000001",
                "rate-limits.anonymous.reading.window 0s",
                "rate-limits.anonymous.writing.window 999ms",
                "rate-limits.failed-attempts 0",
                "rate-limits.failed-attempts 1000000001",
                "rate-limits.callers 0",
                "rate-limits.proxies 0",
                "proxy.connect-timeout 0s",
                "proxy.connect-timeout 30d",
                "proxy.response-timeout 0s",
                "proxy.response-timeout -1s",
                "proxy.idle-timeout 999ms",
                "proxy.client-patience 0s",
                "proxy.body-interval 0s",
                "proxy.body-bytes-per-second -1",
                "proxy.keep-alive 0s",
                "proxy.max-connections 0",
                "proxy.max-waiting -3",
                "cache.bytes -1",
                "cache.answer-bytes -1",
                "dossier.family-members -1",
                "dossier.dockets 0",
                "dossier.dockets 51",
                "dossier.snapshot-within 0s",
                "dossier.kept-bytes -1",
                "reading.deadline 0s",
                "reading.pages 0",
                "reading.max-connections 0",
                "reading.max-waiting -1",
                "breaker.requests 0",
                "breaker.failure-share 0",
                "breaker.failure-share 5",
                "breaker.pause 0s",
                "breaker.slow-after 0s",
                "breaker.retry-share -0.1",
                "breaker.retry-share 1.1",
                "api-keys.token-lifetime 1s",
            })
    void a_limit_that_cannot_be_kept_is_told(String option, String value) {
        options.put("cumulo." + option, value);
        assertThatThrownBy(this::limits)
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("cumulo." + option + " must be ");
    }

    private SmallRyeConfig limits() {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withSources(new PropertiesConfigSource(options, "test", 1));
        Variables.OPTIONS.forEach(config::withMapping);
        return config.build();
    }
}
