package io.cumulo.gateway.configuration;

import io.cumulo.gateway.caching.CacheLimits;
import io.cumulo.gateway.dossier.DossierLimits;
import io.cumulo.gateway.identity.ApiKeys;
import io.cumulo.gateway.limits.RateLimits;
import io.cumulo.gateway.reading.ReadingLimits;
import io.cumulo.gateway.routing.ProxyLimits;
import io.cumulo.gateway.upstream.BreakerLimits;
import io.cumulo.gateway.upstream.Upstreams;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses to start where a variable of the environment looks like an option and sets none: whoever misspelt it believes that it holds. Options that
 * are misspelt elsewhere are refused by the configuration itself.
 */
@Singleton
class Variables {

    static final List<Class<?>> OPTIONS = List.of(
            ApiKeys.class,
            BreakerLimits.class,
            CacheLimits.class,
            DossierLimits.class,
            ProxyLimits.class,
            RateLimits.class,
            ReadingLimits.class,
            Upstreams.class);

    void check(@Observes StartupEvent start) {
        check(System.getenv().keySet());
    }

    static void check(Set<String> variables) {
        List<String> unknown = OPTIONS.stream()
                .map(ConfigClass::configClass)
                .flatMap(options -> unknown(variables, options).stream())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("There are no options for the variables: " + String.join(", ", unknown));
        }
    }

    private static List<String> unknown(Set<String> variables, ConfigClass options) {
        List<Pattern> known = ConfigMappings.getProperties(options).keySet().stream()
                .map(name -> Pattern.compile(variable(name)))
                .toList();
        return variables.stream()
                .filter(variable -> variable.startsWith(variable(options.getPrefix()) + "_"))
                .filter(variable ->
                        known.stream().noneMatch(name -> name.matcher(variable).matches()))
                .toList();
    }

    /** As MicroProfile Config looks an option up in the environment; a name or number that may be any is any here too. */
    private static String variable(String option) {
        return option.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_").replace("_*_", "_.+_");
    }
}
