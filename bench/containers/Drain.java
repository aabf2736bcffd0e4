import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What a Kubernetes Service does to instances that come and go: new connections go to those that were ready when they were last asked, every three seconds; a connection that is open stays, until an
 * answer closes it. Asks from several connections for some seconds and counts answers by status, and requests that were sent and got none.
 * Where there is one alone nobody looks at its readiness and nobody takes over: whoever comes too late is refused before it has asked, and comes again.
 * usage: java Drain.java SECONDS CONNECTIONS PATH HOST:PORT/MANAGEMENT-PORT...      ends with 1 when anything but 200 came of a request
 */
class Drain {

    private static final Map<String, Integer> COUNTS = new TreeMap<>();
    private static final List<Instance> READY = new CopyOnWriteArrayList<>();
    private static final String REFUSED = "refused by ";

    private record Instance(String host, int port, int management) {
        boolean ready() {
            try {
                HttpURLConnection asked = (HttpURLConnection) URI.create("http://" + host + ":" + management + "/q/health/ready").toURL().openConnection();
                asked.setConnectTimeout(2000);
                asked.setReadTimeout(2000);
                return asked.getResponseCode() == 200;
            } catch (IOException unreachable) {
                return false;
            }
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0]));
        List<Instance> all = new ArrayList<>();
        for (int index = 3; index < arguments.length; index++) {
            String[] parts = arguments[index].split("[:/]");
            all.add(new Instance(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        }
        look(all);
        Thread looking = new Thread(() -> {
            while (System.nanoTime() < end) {
                pause(3000);
                look(all);
            }
        });
        looking.setDaemon(true);
        looking.start();
        List<Thread> clients = new ArrayList<>();
        for (int index = 0; index < Integer.parseInt(arguments[1]); index++) {
            clients.add(new Thread(() -> ask(arguments[2], end)));
        }
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
        System.out.println(COUNTS);
        System.exit(COUNTS.keySet().stream().allMatch(outcome -> fine(outcome, all.size() == 1)) ? 0 : 1);
    }

    private static boolean fine(String outcome, boolean alone) {
        return outcome.startsWith("200 ") || alone && outcome.startsWith(REFUSED);
    }

    private static void look(List<Instance> all) {
        for (Instance instance : all) {
            boolean ready = instance.ready();
            if (ready && !READY.contains(instance)) {
                READY.add(instance);
            } else if (!ready && all.size() > 1) {
                READY.remove(instance);
            }
        }
    }

    private static void ask(String path, long end) {
        while (System.nanoTime() < end) {
            List<Instance> ready = List.copyOf(READY);
            if (ready.isEmpty()) {
                count("nobody ready");
                pause(100);
                continue;
            }
            Instance instance = ready.get(ThreadLocalRandom.current().nextInt(ready.size()));
            try (Socket socket = connected(instance)) {
                socket.setSoTimeout(30_000);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                boolean open = true;
                while (open && System.nanoTime() < end) {
                    socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: drain\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    open = answer(in, instance);
                }
            } catch (ConnectException refused) {
                count(REFUSED + instance.host());
                pause(100);
            } catch (IOException dropped) {
                count("dropped by " + instance.host() + ": " + dropped);
            }
        }
    }

    private static Socket connected(Instance instance) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(instance.host(), instance.port()), 2000);
        return socket;
    }

    /** Reads one answer; whether the connection stays. */
    private static boolean answer(InputStream in, Instance instance) throws IOException {
        String status = line(in);
        int length = -1;
        boolean chunked = false;
        boolean open = true;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            length = lower.startsWith("content-length:") ? Integer.parseInt(lower.substring(15).trim()) : length;
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            open &= !(lower.startsWith("connection:") && lower.contains("close"));
        }
        if (chunked) {
            for (int size = Integer.parseInt(line(in), 16); size >= 0; size = size == 0 ? -1 : Integer.parseInt(line(in), 16)) {
                in.skipNBytes(size);
                line(in);
            }
        } else if (length > 0) {
            in.skipNBytes(length);
        }
        count(status.split(" ")[1] + (open ? " kept by " : " closed by ") + instance.host());
        return open;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed before the answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void count(String outcome) {
        synchronized (COUNTS) {
            COUNTS.merge(outcome, 1, Integer::sum);
        }
    }
}
