package io.cumulo.gateway.upstream;

import java.util.concurrent.atomic.AtomicLong;

/** Lets a share of the requests be tried twice: each one made pays in a little, each retry takes out a whole. */
final class RetryBudget {

    private static final long WHOLE = 1_000;

    /** So many retries are possible at once after a quiet time. */
    private static final long MOST = 10 * WHOLE;

    private final long share;
    private final AtomicLong saved = new AtomicLong(MOST);

    /** @param share of all requests, from 0 to 1 */
    RetryBudget(double share) {
        this.share = Math.round(share * WHOLE);
    }

    void requestMade() {
        saved.updateAndGet(before -> Math.min(MOST, before + share));
    }

    boolean take() {
        return saved.getAndUpdate(before -> before < WHOLE ? before : before - WHOLE) >= WHOLE;
    }
}
