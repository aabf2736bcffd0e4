package io.cumulo.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** When an instance of a service is left alone for a while, and how much is tried twice. */
@ConfigMapping(prefix = "cumulo.breaker")
public interface BreakerLimits {

    /** How many of the latest requests to an instance are looked at. */
    @WithDefault("20")
    @Min(1)
    int requests();

    /** Which share of them must have failed (no connection, no answer in time, a slow answer, 5xx) until the instance is left alone. */
    @WithDefault("0.5")
    @DecimalMin(value = "0", inclusive = false)
    @DecimalMax("1")
    double failureShare();

    /** How long it is left alone, until one request tries it again. */
    @WithDefault("3s")
    @DurationMin(millis = 1)
    Duration pause();

    /** From when on an answer counts as slow: it is passed on, but many of them are a failing instance. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration slowAfter();

    /** How many requests may be tried twice, for each request that is made; so that retries never double the load on what is failing. */
    @WithDefault("0.1")
    @DecimalMin("0")
    @DecimalMax("1")
    double retryShare();
}
