package io.cumulo.kit.operation;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets that the process listens on. The server can only be closed together with its connections; these are closed alone, so that nobody comes any more
 * while those who are there get their answers. Netty finds this class as a service, once its extensions are switched on.
 */
@RegisterForReflection
public final class Listening extends ChannelInitializerExtension {

    private static final Set<Channel> SOCKETS = ConcurrentHashMap.newKeySet();

    /** Must come before the first server of the process. */
    static void remember() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /** From now on a connection to the port is refused. */
    static void end(int port) {
        for (Channel socket : SOCKETS) {
            if (socket.localAddress() instanceof InetSocketAddress address && address.getPort() == port) {
                var unused = socket.close();
            }
        }
    }

    @Override
    public void postInitializeServerListenerChannel(ServerChannel channel) {
        SOCKETS.add(channel);
        var unused = channel.closeFuture().addListener(closed -> SOCKETS.remove(channel));
    }
}
