package io.cumulo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address before instances that come and go, as a Kubernetes Service is: a new connection goes to one of those that have said that they are ready
 * and weren't told to stop; a connection that is open stays where it is until one of its ends closes it.
 */
final class ReadyInstances implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 500;

    private final Health health = new Health();
    private final ServerSocket door;
    private final List<Program> starting = new CopyOnWriteArrayList<>();
    private final List<Program> ready = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looking;

    ReadyInstances() {
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        looking = timer.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        pumps.execute(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    void add(Program instance) {
        starting.add(instance);
    }

    /** New connections don't go to it any more: it is told to stop. */
    void remove(Program instance) {
        ready.remove(instance);
    }

    /** Whether new connections may go to it. */
    boolean knows(Program instance) {
        return ready.contains(instance);
    }

    private void look() {
        for (Program instance : starting) {
            if (health.isReady(instance)) {
                starting.remove(instance);
                ready.add(instance);
            }
        }
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                pumps.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        Object[] now = ready.toArray();
        if (now.length == 0) {
            close(client);
            return;
        }
        Program instance = (Program) now[Math.floorMod(turn.getAndIncrement(), now.length)];
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), instance.port());
            pumps.execute(() -> pump(server, client));
            pump(client, server);
        } catch (IOException refused) {
            close(client);
        }
    }

    /** Until the first end closes: then both are closed. */
    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException closed) {
            // The other direction has closed both.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        looking.cancel(true);
        timer.shutdownNow();
        door.close();
        pumps.shutdownNow();
    }
}
