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

    static boolean is(ProxyResponse answer, Duration took, Duration slowAfter) {
        return Unhealthy.isAnswer(answer.getStatusCode(), answer.headers()) || took.compareTo(slowAfter) > 0;
    }

    static BadAnswer of(ProxyResponse answer) {
        return new BadAnswer(answer);
    }
}
