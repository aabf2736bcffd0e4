package io.cumulo.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much each caller may ask for. */
@ConfigMapping(prefix = "cumulo.rate-limits")
public interface RateLimits {

    /** What one address may ask for without a token; an IPv6 network of 64 bits counts as one address. */
    Budgets anonymous();

    /** What one principal may ask for with a valid token, from whatever address. */
    Budgets authenticated();

    /** How often one address may present a token that isn't valid, each minute. */
    @WithDefault("60")
    @Min(1)
    @Max(1_000_000_000)
    long failedAttempts();

    /** Most callers that are remembered at once; beyond that the longest unseen are forgotten. */
    @WithDefault("100000")
    @Min(1)
    long callers();

    /** How many proxies of our own a request passes one after the other, where the gateway stands behind proxies at all. */
    @WithDefault("1")
    @Min(1)
    int proxies();

    /** A budget for each sort of request. */
    interface Budgets {

        /** Everything that records nothing. */
        Quota reading();

        /** Everything that records. */
        Quota writing();

        /** Imports, exports and streamed lists. */
        Quota bulk();
    }

    /** So many requests in each window; what isn't used comes back evenly. */
    interface Quota {

        /** At once, and in each window. */
        @Min(1)
        @Max(1_000_000_000)
        long requests();

        /** How long it takes until an exhausted budget is whole again; at least a second. */
        @WithDefault("1m")
        @DurationMin(seconds = 1)
        Duration window();
    }
}
