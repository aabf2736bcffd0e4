package io.cumulo.gateway.caching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much memory answers that never change may take. */
@ConfigMapping(prefix = "cumulo.cache")
public interface CacheLimits {

    /** All of them together; 0 keeps none. */
    @WithDefault("33554432")
    @Min(0)
    long bytes();

    /** A single one; larger ones are passed on and not kept. */
    @WithDefault("262144")
    @Min(0)
    long answerBytes();
}
