package io.cumulo.gateway.routing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.VertxHandler;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a request that announces its body in two ways: the server's own decoder forgets the length and goes on, which is right for the request but
 * not for whoever stands before the gateway and believed the length (RFC 9112, section 6.3). Later versions of Netty refuse it by themselves.
 *
 * <p>An offer to go on in another protocol is not taken up, as RFC 9110, section 7.8, allows: HTTP/2 is for those who begin with it, and an upgrade would
 * let requests pass unread through whoever stands before the gateway.
 *
 * <p>What is wrong in the head of a request is found here, since the server and its router would refuse it before the gateway could: see {@link Http1Head}.
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

        for (int index = 0; index < decoded.size(); index++) {
            if (decoded.get(index) instanceof HttpRequest request) {
                request.headers().remove(HttpHeaderNames.UPGRADE);
                Optional<HttpProblem> problem = Http1Head.problem(request);
                if (problem.isPresent()) {
                    decoded.set(index, Http1Head.standIn(request, problem.get()));
                    letBeAnswered(context.pipeline());
                }
            }
        }
    }

    /** The server would answer what failed with a status and nothing else. Before the first request it isn't there yet. */
    private static void letBeAnswered(ChannelPipeline pipeline) {
        if (!answers(pipeline)) {
            pipeline.addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object request) {
                    answers(pipeline);
                    context.fireChannelRead(request);
                    pipeline.remove(this);
                }
            });
        }
    }

    private static boolean answers(ChannelPipeline pipeline) {
        VertxHandler<?> server = pipeline.get(VertxHandler.class);
        if (server != null && server.getConnection() instanceof Http1xServerConnection connection) {
            connection.invalidRequestHandler(VertxHttpRecorder.getRootHandler());
        }
        return server != null;
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
