package io.cumulo.gateway.routing;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * What the gateway adds to each connection that it accepts, before there is a request: a {@link Visit}, as the server has a timeout for silence only
 * and one byte now and then would keep a connection for ever; and a {@link StrictDecoder}. Netty finds this class as a service, as it does
 * the kit's own.
 */
@RegisterForReflection
public final class Connections extends ChannelInitializerExtension {

    private static volatile IntPredicate ports = port -> false;
    private static volatile Duration patience = Duration.ZERO;
    private static volatile HttpServerOptions options = new HttpServerOptions();

    /** Must come before the first server of the process. */
    static void watch(IntPredicate watchedPorts, Duration howLong) {
        ports = watchedPorts;
        patience = howLong;
    }

    /** As the server reads requests. */
    static void read(HttpServerOptions asTheServer) {
        options = asTheServer;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        if (channel.localAddress() instanceof InetSocketAddress address && ports.test(address.getPort())) {
            channel.pipeline()
                    .addFirst(new Visit(channel, patience, () -> StrictDecoder.install(channel.pipeline(), options)));
        }
    }
}
