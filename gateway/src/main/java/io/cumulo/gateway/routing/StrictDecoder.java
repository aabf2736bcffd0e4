package io.cumulo.gateway.routing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Refuses a request that announces its body in two ways: the server's own decoder forgets the length and goes on, which is right for the request but
 * not for whoever stands before the gateway and believed the length (RFC 9112, section 6.3). Later versions of Netty refuse it by themselves.
 *
 * <p>An offer to go on in another protocol is not taken up, as RFC 9110, section 7.8, allows: HTTP/2 is for those who begin with it, and an upgrade would
 * let requests pass unread through whoever stands before the gateway.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Both Content-Length and Transfer-Encoding");
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> decoded) throws Exception {
        super.decode(context, bytes, decoded);
        for (Object part : decoded) {
            if (part instanceof HttpRequest request) {
                request.headers().remove(HttpHeaderNames.UPGRADE);
            }
        }
    }

    /** Puts a strict decoder in the place of the server's, at once or as soon as it is known that the connection needs one. */
    static void install(ChannelPipeline pipeline, HttpServerOptions options) {
        if (!exchange(pipeline, options)) {
            pipeline.addLast(new Exchanger(options));
        }
    }

    private static boolean exchange(ChannelPipeline pipeline, HttpServerOptions options) {
        if (pipeline.get(VertxHttpRequestDecoder.class) == null) {
            return false;
        }
        pipeline.replace(VertxHttpRequestDecoder.class, "httpDecoder", new StrictDecoder(options));
        return true;
    }

    /** Stands where the server adds its decoder once the first bytes told it the protocol, or once TLS is agreed on. */
    private static final class Exchanger extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        private Exchanger(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            exchange(context.pipeline(), options);
            context.fireChannelRead(bytes);
            context.pipeline().remove(this);
        }
    }
}
