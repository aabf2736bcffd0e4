package io.cumulo.gateway.routing;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Refuses a request that announces its body in two ways. The server's own decoder forgets the length and goes on, which is right for the request but
 * not for whoever stands before the gateway and believed the length (RFC 9112, section 6.3). Later versions
 * of Netty refuse it by themselves.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Both Content-Length and Transfer-Encoding");
    }

    /** Puts itself before the server's decoder and, as soon as there is one, a strict one in its place. */
    static final class Exchanger extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        Exchanger(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (context.pipeline().get(VertxHttpRequestDecoder.class) != null) {
                context.pipeline().replace(VertxHttpRequestDecoder.class, "httpDecoder", new StrictDecoder(options));
            }
            context.fireChannelRead(bytes);
            context.pipeline().remove(this);
        }
    }
}
