package io.cumulo.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;

/** A request's body that fails as soon as more came than may come: bodies that don't announce their length are only known while they stream. */
final class BoundedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long maxBytes;
    private final Runnable onEnd;
    private Handler<Throwable> failed = ignored -> {};
    private long bytes;
    private boolean paused;
    private boolean tooSlow;

    /** @param onEnd told when the client has sent everything */
    BoundedBody(HttpServerRequest request, long maxBytes, Runnable onEnd) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.onEnd = onEnd;
    }

    /** Whether the head says that a body follows; over HTTP/2 it needn't, and one on a question has no meaning. */
    static boolean announced(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2 && !readsOnly(request);
    }

    /** Safe methods (RFC 9110, section 9.2.1) that services answer. */
    static boolean readsOnly(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** Whether more came than may come. */
    boolean exceeded() {
        return bytes > maxBytes;
    }

    long bytes() {
        return bytes;
    }

    /** Whether it is the receiver that isn't ready for more. */
    boolean paused() {
        return paused;
    }

    boolean tooSlow() {
        return tooSlow;
    }

    /** Gives it up. */
    void failAsTooSlow() {
        tooSlow = true;
        failed.handle(new IllegalStateException("Too slow"));
    }

    @Override
    public BoundedBody exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? ignored -> {} : handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public BoundedBody handler(Handler<Buffer> handler) {
        request.handler(handler == null ? null : chunk -> take(chunk, handler));
        return this;
    }

    @Override
    public BoundedBody endHandler(Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            onEnd.run();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public BoundedBody pause() {
        paused = true;
        request.pause();
        return this;
    }

    @Override
    public BoundedBody resume() {
        paused = false;
        request.resume();
        return this;
    }

    @Override
    public BoundedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    private void take(Buffer chunk, Handler<Buffer> handler) {
        if (exceeded()) {
            return;
        }
        bytes += chunk.length();
        if (exceeded()) {
            failed.handle(new IllegalStateException("More than " + maxBytes + " bytes"));
        } else {
            handler.handle(chunk);
        }
    }
}
