package io.cumulo.gateway.routing;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One client's connection, for as long as it lasts. It is closed when the head of a request isn't complete in time, and when the client takes
 * nothing of an answer for as long. All of it happens on the connection's own event loop.
 */
final class Visit extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<Visit> KEY = AttributeKey.valueOf(Visit.class, "visit");
    private static final long NOT = Long.MIN_VALUE;

    private final Channel channel;
    private final long patienceNanos;
    private Runnable first;
    private ChannelHandlerContext context;
    private int requests;
    private long headSince = NOT;
    private long stuckSince = NOT;
    private Future<?> look;

    /** @param first done before the first byte is read, when the server has added what it needs to learn the protocol */
    Visit(Channel channel, Duration patience, Runnable first) {
        this.first = first;
        this.channel = channel;
        this.patienceNanos = patience.toNanos();
        channel.attr(KEY).set(this);
    }

    /** The head of a request is complete. */
    static void begin(HttpConnection connection) {
        Visit visit = of(connection);
        if (visit != null) {
            visit.requests++;
            visit.headSince = NOT;
        }
    }

    static void end(HttpConnection connection) {
        Visit visit = of(connection);
        if (visit != null) {
            visit.requests--;
        }
    }

    private static Visit of(HttpConnection connection) {
        return connection instanceof ConnectionBase base
                ? base.channel().attr(KEY).get()
                : null;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext own) {
        context = own;
    }

    @Override
    public void channelRead(ChannelHandlerContext own, Object bytes) {
        if (first != null) {
            first.run();
            first = null;
        }
        if (requests == 0 && headSince == NOT) {
            headSince = System.nanoTime();
            lookLater();
        }
        own.fireChannelRead(bytes);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext own) {
        stuckSince = channel.isWritable() ? NOT : System.nanoTime();
        lookLater();
        own.fireChannelWritabilityChanged();
    }

    private void lookLater() {
        if (look == null) {
            look = channel.eventLoop().schedule(this::look, patienceNanos, TimeUnit.NANOSECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is closed needs no more looking after
    private void look() {
        look = null;
        if (isOver(headSince) || isOver(stuckSince)) {
            // From here, and not from the end of the pipeline: the server's own close waits until everything is sent.
            context.close();
        } else if (channel.isActive() && (headSince != NOT || stuckSince != NOT)) {
            lookLater();
        }
    }

    private boolean isOver(long since) {
        return since != NOT && System.nanoTime() - since >= patienceNanos;
    }
}
