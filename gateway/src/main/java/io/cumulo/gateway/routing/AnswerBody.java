package io.cumulo.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;

/**
 * The body of an answer on its way to the client. When the client has left, the library stops listening and only then resets the request, which
 * breaks this body: that is nobody's failure, and without anyone who listens it would be logged as one.
 */
final class AnswerBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> sent;
    private Handler<Throwable> broken;

    private AnswerBody(ReadStream<Buffer> sent) {
        this.sent = sent;
        sent.exceptionHandler(failure -> {
            if (broken != null) {
                broken.handle(failure);
            }
        });
    }

    static Body of(Body sent) {
        return Body.body(new AnswerBody(sent.stream()), sent.length());
    }

    @Override
    public AnswerBody exceptionHandler(Handler<Throwable> handler) {
        broken = handler;
        return this;
    }

    @Override
    public AnswerBody handler(Handler<Buffer> handler) {
        sent.handler(handler);
        return this;
    }

    @Override
    public AnswerBody endHandler(Handler<Void> handler) {
        sent.endHandler(handler);
        return this;
    }

    @Override
    public AnswerBody pause() {
        sent.pause();
        return this;
    }

    @Override
    public AnswerBody resume() {
        sent.resume();
        return this;
    }

    @Override
    public AnswerBody fetch(long amount) {
        sent.fetch(amount);
        return this;
    }
}
