package io.cumulo.gateway.routing;

import io.cumulo.gateway.upstream.Unhealthy;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;

/** An answer that is passed on and yet speaks against the instance that gave it. */
final class BadAnswer extends NoStackTraceThrowable implements Unhealthy {

    private final transient ProxyResponse answer;

    private BadAnswer(ProxyResponse answer) {
        super("bad answer");
        this.answer = answer;
    }

    ProxyResponse answer() {
        return answer;
    }

    /** A 503 with Retry-After is a service that knows what it does, as when it is asked about an instant that isn't settled yet. */
    static boolean is(ProxyResponse answer, Duration took, Duration slowAfter) {
        int status = answer.getStatusCode();
        boolean failed = status >= 500 && !(status == 503 && answer.headers().contains("Retry-After"));
        return failed || took.compareTo(slowAfter) > 0;
    }

    static BadAnswer of(ProxyResponse answer) {
        return new BadAnswer(answer);
    }
}
