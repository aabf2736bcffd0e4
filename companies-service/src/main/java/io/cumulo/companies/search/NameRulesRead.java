package io.cumulo.companies.search;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reading the rules of all alphabets takes up to a second: it is done beside the rest of the start, and the service isn't ready before, so that no request waits for it.
 */
@Readiness
@ApplicationScoped
class NameRulesRead implements HealthCheck {

    private volatile boolean done;

    void begin(@Observes StartupEvent start) {
        Infrastructure.getDefaultWorkerPool()
                .execute(() -> done = !NameForms.of("Облако 云").isEmpty());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rules of names read").status(done).build();
    }
}
