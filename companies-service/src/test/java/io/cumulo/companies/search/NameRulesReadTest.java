package io.cumulo.companies.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class NameRulesReadTest {

    @Test
    void the_service_is_ready_when_the_rules_have_been_read_and_not_before() {
        NameRulesRead rules = new NameRulesRead();
        assertThat(rules.call().getStatus()).isEqualTo(Status.DOWN);
        rules.begin(new StartupEvent());
        Awaitility.await().until(() -> rules.call().getStatus() == Status.UP);
    }
}
