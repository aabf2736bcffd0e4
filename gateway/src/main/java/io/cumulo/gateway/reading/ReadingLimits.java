package io.cumulo.gateway.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Bounds on what is read of the services for answers that are composed of theirs. */
@ConfigMapping(prefix = "cumulo.reading")
public interface ReadingLimits {

    /** How long the services have, all together; what didn't come by then is named in {@code incomplete}. */
    @WithDefault("3s")
    @DurationMin(millis = 1)
    Duration deadline();

    /** Most pages, of 500 items each, that are read of one list. */
    @WithDefault("4")
    @Min(1)
    int pages();

    /** Most connections to one service, apart from those that requests are passed on by. */
    @WithDefault("32")
    @Min(1)
    int maxConnections();

    /** Most questions that wait for a connection to one service. */
    @WithDefault("1024")
    @Min(0)
    int maxWaiting();
}
