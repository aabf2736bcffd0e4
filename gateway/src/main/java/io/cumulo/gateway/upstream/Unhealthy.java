package io.cumulo.gateway.upstream;

import io.vertx.core.MultiMap;

/** Marks what speaks against an instance: no connection, no answer in time, a slow answer, that it can't answer now. What is wrong with one request doesn't. */
public interface Unhealthy {

    /**
     * Whether an answer does: 502, 503 and 504. A 503 with Retry-After is a service that knows what it does, as when it is asked about an instant that isn't
     * settled yet. A 500 is a mistake of the service's about what it was asked: were it counted, whoever finds such a question could take the service from
     * everybody.
     */
    static boolean isAnswer(int status, MultiMap headers) {
        return status > 501 && !(status == 503 && headers.contains("Retry-After"));
    }
}
