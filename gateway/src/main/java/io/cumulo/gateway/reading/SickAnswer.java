package io.cumulo.gateway.reading;

import io.cumulo.gateway.upstream.Unhealthy;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;

/** An answer that is read and yet speaks against the instance that gave it, as it would where a request is passed on. */
final class SickAnswer extends NoStackTraceThrowable implements Unhealthy {

    private final transient HttpResponse<Buffer> answer;

    SickAnswer(HttpResponse<Buffer> answer) {
        super("sick answer");
        this.answer = answer;
    }

    HttpResponse<Buffer> answer() {
        return answer;
    }

    static boolean is(HttpResponse<Buffer> answer, Duration took, Duration slowAfter) {
        return Unhealthy.isAnswer(answer.statusCode(), answer.headers()) || took.compareTo(slowAfter) > 0;
    }
}
