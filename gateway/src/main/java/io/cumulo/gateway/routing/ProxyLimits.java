package io.cumulo.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Bounds on what is passed on to a service. */
@ConfigMapping(prefix = "cumulo.proxy")
public interface ProxyLimits {

    /** How long a connection to a service may take, waiting for a free one included; then 503. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration connectTimeout();

    /** How long a service may take from the end of the request to the head of its answer; then 504. A client may ask for less. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    Duration responseTimeout();

    /** How long a connection may be silent in the middle of a request or an answer; streams must send a sign of life more often. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration idleTimeout();

    /** How long a client may take for the head of a request, and how long it may take nothing of an answer; then its connection is closed. */
    @WithDefault("20s")
    @DurationMin(millis = 1)
    Duration clientPatience();

    /** How often it is looked whether a body keeps coming. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration bodyInterval();

    /** How fast a body must come, on average over each interval in which the service is ready for more; then 408. */
    @WithDefault("256")
    @Min(0)
    long bodyBytesPerSecond();

    /** How long an unused connection is kept: less than the services' own idle timeout, or requests run into closing connections. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration keepAlive();

    /** Most connections to one service, shared out evenly among the event loops. */
    @WithDefault("128")
    @Min(1)
    int maxConnections();

    /** Most requests that wait for a connection to one service, shared out in the same way; the next one gets 503. */
    @WithDefault("256")
    @Min(1)
    int maxWaiting();
}
