package io.cumulo.gateway.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyHoldersTest {

    private static final String HASH = "ab".repeat(32);

    @Test
    void a_hash_must_be_one() {
        refused(Map.of("a.sha256", "secret"), "the sha256 of a must be 64 hexadecimal digits");
    }

    @Test
    void two_holders_cannot_hold_the_same_key() {
        refused(
                Map.of("a.sha256", HASH, "b.sha256", HASH.toUpperCase(java.util.Locale.ROOT)),
                "holds the same key as another");
    }

    @Test
    void a_holder_who_may_write_needs_a_signing_key_as_the_services_believe_no_one_else() {
        refused(Map.of("a.sha256", HASH, "a.groups", "editor"), "which needs a signing-key");
    }

    private static void refused(Map<String, String> holders, String message) {
        Map<String, String> options = new HashMap<>();
        holders.forEach((name, value) -> options.put("cumulo.api-keys.holders." + name, value));
        ApiKeys keys = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ApiKeys.class)
                .withSources(new PropertiesConfigSource(options, "test", 1))
                .build()
                .getConfigMapping(ApiKeys.class);
        assertThatThrownBy(() -> new KeyHolders(keys))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }
}
