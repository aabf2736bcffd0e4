package io.cumulo.gateway.limits;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where everybody could say where they come from, and so had as many budgets as addresses they can think of. */
@Singleton
class TrustedProxies {

    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean forwarding,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies) {
        if (forwarding && proxies.filter(named -> !named.isEmpty()).isEmpty()) {
            throw new ConfigurationException("quarkus.http.proxy.proxy-address-forwarding is on, and so"
                    + " quarkus.http.proxy.trusted-proxies must name the proxies that are believed");
        }
    }
}
