package io.cumulo.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Gives up on a client that sends its body drop by drop: each such request would hold a connection to a service. */
final class SlowBody {

    private SlowBody() {}

    /** @param givenUp told before the body fails */
    static void watch(Vertx vertx, HttpServerRequest request, BoundedBody body, ProxyLimits limits, Runnable givenUp) {
        long[] before = {0};
        long enough = limits.bodyBytesPerSecond() * limits.bodyInterval().toMillis() / 1_000;
        vertx.setPeriodic(limits.bodyInterval().toMillis(), timer -> {
            if (request.isEnded()
                    || request.response().ended()
                    || request.response().closed()) {
                vertx.cancelTimer(timer);
            } else if (!body.paused() && body.bytes() - before[0] < enough) {
                vertx.cancelTimer(timer);
                body.failAsTooSlow();
                givenUp.run();
            }
            before[0] = body.bytes();
        });
    }
}
