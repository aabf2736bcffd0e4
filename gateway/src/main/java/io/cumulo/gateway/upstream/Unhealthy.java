package io.cumulo.gateway.upstream;

import io.vertx.core.MultiMap;

/** Marks what speaks against an instance: no connection, no answer in time, a slow answer, 5xx. What a client does wrong doesn't. */
public interface Unhealthy {

    /** Whether an answer does: a 503 with Retry-After is a service that knows what it does, as when it is asked about an instant that isn't settled yet. */
    static boolean isAnswer(int status, MultiMap headers) {
        return status >= 500 && !(status == 503 && headers.contains("Retry-After"));
    }
}
