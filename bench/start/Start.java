import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long each process of a running platform takes from its start to its first answer, and what it holds in memory when nobody asks. Beside each process that {@code ./cumulo up} runs, a second one
 * is started with the same command and environment on other ports, on the same database, as in a cluster: with its role alone, its schema looked at and not migrated.
 * usage: java Start.java DATA-FOLDER RUNS IDLE-SECONDS
 */
class Start {

    private static final int PORTS_APART = 1000;

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        int idleSeconds = Integer.parseInt(arguments[2]);
        System.out.println("process       start to any answer, to a list, ms: medians (each to a list)          idle: resident, of it private, MB");
        for (String name : List.of("companies", "investments", "disputes", "gateway")) {
            measure(name, data, runs, idleSeconds);
        }
    }

    private static void measure(String name, Path data, int runs, int idleSeconds) throws Exception {
        String process = Files.readString(data.resolve("run").resolve(name + ".pid")).split(" ")[0].strip();
        List<String> command = List.of(Files.readString(Path.of("/proc", process, "cmdline")).split("\0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("start-" + name + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String variable : Files.readString(Path.of("/proc", process, "environ")).split("\0")) {
            environment.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        int port = moved(environment, "QUARKUS_HTTP_PORT");
        moved(environment, "QUARKUS_MANAGEMENT_PORT");
        environment.put("CUMULO_DATABASE_MIGRATE", "false");
        List<Long> any = new ArrayList<>();
        List<Long> millis = new ArrayList<>();
        String memory = "";
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            Process started = builder.start();
            awaitAnswer(port, started, "");
            any.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
            awaitAnswer(port, started, " 200");
            millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
            if (run == runs - 1) {
                TimeUnit.SECONDS.sleep(idleSeconds);
                memory = memory(started.pid());
            }
            started.destroy();
            started.waitFor();
        }
        System.out.printf("%-12s %5d %5d  %-55s %s%n", name, median(any), median(millis), millis, memory);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static int moved(Map<String, String> environment, String variable) {
        int port = Integer.parseInt(environment.get(variable)) + PORTS_APART;
        environment.put(variable, String.valueOf(port));
        return port;
    }

    /** Asks again and again until a list is answered so; only one of the three is known to the process. */
    private static void awaitAnswer(int port, Process started, String status) throws Exception {
        byte[] question = "GET /v1/%s?limit=1 HTTP/1.1\r\nHost: start\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        while (started.isAlive()) {
            for (String list : List.of("companies", "commitments", "contracts")) {
                if (answers(port, new String(question, StandardCharsets.US_ASCII).formatted(list), status)) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        throw new IllegalStateException("ended before it answered");
    }

    private static boolean answers(int port, String question, String expected) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(12);
            return status.length == 12 && new String(status, StandardCharsets.US_ASCII).endsWith(expected);
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String memory(long process) throws IOException {
        long resident = 0;
        long own = 0;
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process), "smaps_rollup"))) {
            String[] words = line.split("\\s+");
            resident += line.startsWith("Rss:") ? Long.parseLong(words[1]) : 0;
            own += line.startsWith("Private_") && !line.startsWith("Private_Hugetlb") ? Long.parseLong(words[1]) : 0;
        }
        return "%d, %d".formatted(resident / 1024, own / 1024);
    }
}
